import type table from '../../i18n/vi.json';

/** What the checker's page tells its script. */
export interface CheckerPageData {
  words: (typeof table)['checker'];
  gaps: (typeof table)['document']['cite']['gap'];
}

export function checkerPageData(): CheckerPageData {
  const data = document.getElementById('du-lieu-kiem-tra')?.textContent ?? '';
  return JSON.parse(data) as CheckerPageData;
}
