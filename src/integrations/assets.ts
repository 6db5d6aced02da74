/** Folder of hashed scripts and style sheets below the output folder. */
export const ASSETS = 'assets';
