import { CitationTray } from './citation-tray.ts';

customElements.define('citation-tray', CitationTray);
