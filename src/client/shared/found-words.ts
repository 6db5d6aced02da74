/** Parameter of an address that carries the words of a search to the page that it found. */
const PARAMETER = 'tim';

/** Have a link carry the words; the page that it leads to takes them out of its address. */
export function handWords(link: HTMLAnchorElement, query: string): void {
  const params = new URLSearchParams(link.search);
  params.set(PARAMETER, query);
  link.search = params.toString();
}

/** Whether the page was opened with words that were searched for. */
export function hasWords(): boolean {
  return new URLSearchParams(location.search).has(PARAMETER);
}

/** Take the words out of the address, so that whoever copies it copies the page alone. */
export function takeWords(): string {
  const url = new URL(location.href);
  const query = url.searchParams.get(PARAMETER) ?? '';
  url.searchParams.delete(PARAMETER);
  try {
    history.replaceState(history.state, '', url.href);
  } catch {
    // The address keeps them, which does no harm.
  }
  return query;
}
