/**
 * The oldest browsers that must read the site: the last ones for Windows 7, which offices still
 * use. Vite's notation.
 */
export const BROWSER_BASELINE = ['chrome109', 'firefox115'];

/** The newest edition of ECMAScript whose whole syntax these browsers know. */
export const SYNTAX_BASELINE = 2022;
