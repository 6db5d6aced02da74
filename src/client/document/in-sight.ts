/** The provision that the address names, where it is in sight. */
export function targetInSight(): HTMLElement | null {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target?.dataset.label === undefined) return null;
  const { top, bottom } = target.getBoundingClientRect();
  return bottom > 0 && top < innerHeight ? target : null;
}
