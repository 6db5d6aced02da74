/** Name under which a browser keeps the tray. */
export const TRAY_KEY = 'gio-trich-dan';

/** Format of what is kept. */
export const TRAY_VERSION = 1;
