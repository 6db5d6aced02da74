/**
 * Put a text on the clipboard, also where the page may not use the clipboard's interface.
 *
 * @returns Whether it worked.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** The old way, which works on pages opened from a disk. */
function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'visually-hidden';
  document.body.append(field);
  const focused = document.activeElement;
  field.select();
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else works without a secure context
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}

/** Select what an element says, so that the reader can copy it with the keyboard. */
export function selectContent(element: Node): void {
  getSelection()?.selectAllChildren(element);
}
