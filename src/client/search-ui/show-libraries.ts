/** Say in one quiet line which libraries have no part in an answer. @param text '' when all have. */
export function showLibraries(place: HTMLElement, text: string): void {
  place.hidden = text === '';
  place.textContent = text;
}
