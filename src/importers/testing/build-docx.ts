import { buildZip } from './build-zip.ts';
import type { ZipEntry } from './build-zip.ts';

/** Parts of a Word document that a test builds; sources without their XML declaration. */
export interface DocxParts {
  /** Inside of `w:body`. */
  body: string;
  /** Inside of `w:numbering`, `w:styles`, `w:footnotes`. */
  numbering?: string;
  styles?: string;
  footnotes?: string;
  extra?: ZipEntry[];
}

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ' +
  'xmlns:v="urn:schemas-microsoft-com:vml"';

/** Build a Word document in memory. */
export function buildDocx(parts: DocxParts): Buffer {
  const names = ['numbering', 'styles', 'footnotes'] as const;
  const present = names.filter((name) => parts[name] !== undefined);
  const entries: ZipEntry[] = [
    { name: '[Content_Types].xml', data: contentTypes(present) },
    { name: '_rels/.rels', data: relations([['officeDocument', 'word/document.xml']]) },
    {
      name: 'word/_rels/document.xml.rels',
      data: relations(present.map((name) => [name, `${name}.xml`])),
    },
    { name: 'word/document.xml', data: part('document', `<w:body>${parts.body}</w:body>`) },
  ];
  for (const name of present) {
    const source = parts[name];
    if (source !== undefined) entries.push({ name: `word/${name}.xml`, data: part(name, source) });
  }
  return buildZip([...entries, ...(parts.extra ?? [])]);
}

/** A paragraph: `properties` inside `w:pPr`, `runProperties` inside `w:rPr`. */
export function paragraph(text: string, properties = '', runProperties = ''): string {
  const run =
    text === ''
      ? ''
      : `<w:r><w:rPr>${runProperties}</w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
  return `<w:p><w:pPr>${properties}</w:pPr>${run}</w:p>`;
}

/** A paragraph that Word numbers by itself. */
export function numbered(text: string, numId: number, level = 0): string {
  const numbering = `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`;
  return paragraph(text, numbering);
}

/** One level of a list. */
export function level(index: number, format: string, text: string, more = ''): string {
  return (
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>` +
    `<w:lvlText w:val="${text}"/>${more}</w:lvl>`
  );
}

export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function part(name: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:${name} ${NAMESPACES}>${content}</w:${name}>`;
}

/** What an office program needs to open the file; our own reader does not look at it. */
function contentTypes(names: readonly string[]): string {
  const base = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const overrides = [['document', 'document.main'], ...names.map((name) => [name, name])].map(
    ([name = '', type = '']) =>
      `<Override PartName="/word/${name}.xml" ContentType="${base}.${type}+xml"/>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `${overrides.join('')}</Types>`
  );
}

function relations(targets: readonly (readonly [string, string])[]): string {
  const base = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const items = targets.map(
    ([type, target], index) =>
      `<Relationship Id="r${index + 1}" Type="${base}/${type}" Target="${target}"/>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
    `${items.join('')}</Relationships>`
  );
}
