import qrcode from 'qrcode-generator';

/** White around the code, in modules, as the standard asks for. */
export const QUIET_ZONE = 4;

/**
 * A QR code as the outline of its dark modules.
 *
 * @param text ASCII, such as an address.
 * @returns `size` of the picture with its quiet zone in modules; `path` in the notation of SVG.
 */
export function qrPath(text: string): { size: number; path: string } {
  const code = qrcode(0, 'M');
  code.addData(text, 'Byte');
  code.make();
  const count = code.getModuleCount();
  const places = Array.from({ length: count }, (_, index) => index);
  const path = places
    .flatMap((row) =>
      places
        .filter((column) => code.isDark(row, column))
        .map((column) => `M${column + QUIET_ZONE} ${row + QUIET_ZONE}h1v1h-1z`),
    )
    .join('');
  return { size: count + 2 * QUIET_ZONE, path };
}

/** The code as an SVG picture of its own, dark on white. */
export function qrSvg(text: string): string {
  const { size, path } = qrPath(text);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`
  );
}
