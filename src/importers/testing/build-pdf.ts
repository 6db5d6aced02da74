/** A piece of text on a page; points from the lower left corner. */
export interface PdfText {
  text: string;
  x: number;
  y: number;
  bold?: boolean;
  /** Placed, but not drawn, as the layer that a machine puts behind a scan. */
  invisible?: boolean;
  /** A black square of that side instead of a text; points. */
  square?: number;
}

/**
 * Build a born-digital PDF in memory: one font of two-byte codes that are the characters' own, with
 * the table that tells readers so.
 *
 * @param pages Texts of each page, in the order in which they are drawn.
 */
export function buildPdf(pages: readonly (readonly PdfText[])[]): Buffer {
  const objects: string[] = [];
  const add = (content: string): number => objects.push(content);
  const unicode = add(stream(TO_UNICODE));
  const regular = addFont(add, 'ThuVien', unicode);
  const bold = addFont(add, 'ThuVien-Bold', unicode);
  const root = objects.length + pages.length * 2 + 1;
  const kids: number[] = [];
  for (const texts of pages) {
    const content = add(stream(texts.map(draw).join('\n')));
    kids.push(
      add(
        `<</Type/Page/Parent ${root} 0 R/MediaBox[0 0 595 842]/Contents ${content} 0 R` +
          `/Resources<</Font<</F1 ${regular} 0 R/F2 ${bold} 0 R>>>>>>`,
      ),
    );
  }
  add(`<</Type/Pages/Count ${pages.length}/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]>>`);
  const catalog = add(`<</Type/Catalog/Pages ${root} 0 R>>`);
  return write(objects, catalog);
}

const TO_UNICODE =
  '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def ' +
  '1 begincodespacerange <0000> <FFFF> endcodespacerange ' +
  `100 beginbfrange\n${Array.from({ length: 100 }, (_, row) => range(row)).join('\n')}\nendbfrange ` +
  `33 beginbfrange\n${Array.from({ length: 33 }, (_, row) => range(row + 100)).join('\n')}\nendbfrange ` +
  'endcmap end end';

/** Codes of one block of 256 are their own characters. */
function range(row: number): string {
  const high = row.toString(16).padStart(2, '0');
  return `<${high}00> <${high}FF> <${high}00>`;
}

function addFont(add: (content: string) => number, name: string, unicode: number): number {
  const descriptor = add(
    `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>`,
  );
  const descendant = add(
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${descriptor} 0 R/DW 500>>`,
  );
  return add(
    `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${unicode} 0 R>>`,
  );
}

function draw({ text, x, y, bold, invisible, square }: PdfText): string {
  if (square !== undefined) return `${x} ${y} ${square} ${square} re f`;
  const codes = Array.from(text.normalize('NFC'), (character) =>
    (character.codePointAt(0) ?? 32).toString(16).padStart(4, '0'),
  );
  return `BT ${invisible ? 3 : 0} Tr /F${bold ? 2 : 1} 12 Tf 1 0 0 1 ${x} ${y} Tm <${codes.join('')}> Tj ET`;
}

function stream(content: string): string {
  return `<</Length ${content.length}>>\nstream\n${content}\nendstream`;
}

function write(objects: readonly string[], catalog: number): Buffer {
  let file = '%PDF-1.7\n';
  const offsets: number[] = [];
  for (const [index, content] of objects.entries()) {
    offsets.push(file.length);
    file += `${index + 1} 0 obj\n${content}\nendobj\n`;
  }
  const start = file.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}`;
  file += `trailer<</Size ${objects.length + 1}/Root ${catalog} 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
