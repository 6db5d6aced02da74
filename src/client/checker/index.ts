import { CitationChecker } from './citation-checker.ts';

customElements.define('citation-checker', CitationChecker);
