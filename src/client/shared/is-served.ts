/** Whether the page comes from a web server, in a browser that can keep pages of it. */
export function isServed(): boolean {
  return /^https?:$/.test(location.protocol) && 'serviceWorker' in navigator;
}
