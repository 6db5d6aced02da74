/**
 * Offers the document's own definition where its text uses a term that it defines. Loaded after the
 * reader has begun to read.
 */
import { find } from '../site/find.ts';
import { choose } from '../site/choose.ts';
import { TERMS } from '../site/preference.ts';
import { readPlaces } from './defining-places.ts';
import { startPanel } from './definition-panel.ts';
import { TermMarks } from './term-marks.ts';

const box = find(document, 'input[data-terms]', HTMLInputElement);
const places = readPlaces();
const marks = new TermMarks(places);
startPanel(places);
show();
box.addEventListener('change', () => {
  const choice = box.checked ? 'on' : 'off';
  choose(TERMS, choice);
  show();
});

function show(): void {
  if (box.checked) marks.start();
  else marks.end();
}
