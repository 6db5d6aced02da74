/** An element with a class and content, in one line. */
export function create<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  if (className !== '') element.className = className;
  element.append(...content);
  return element;
}

/** @param name Accessible name, where the words on the button are not enough. */
export function createButton(
  text: string,
  className: string,
  onPress: () => void,
  name?: string,
): HTMLButtonElement {
  const button = create('button', className, text);
  button.type = 'button';
  if (name !== undefined) button.setAttribute('aria-label', name);
  button.addEventListener('click', onPress);
  return button;
}
