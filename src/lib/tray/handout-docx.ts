import { escapeXml, escapeXmlAttribute } from '../export/xml.ts';
import { writeZip, type ZipEntry } from '../zip/write-zip.ts';
import { quoted, type Handout, type HandoutItem, type HandoutWords } from './handout.ts';

/** Styles of the file, named as Word names its own where it has one. */
type ParagraphStyle = 'Title' | 'Citation' | 'Warning' | 'Quote' | 'Note' | 'Address';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org';
const WORD_NS = `xmlns:w="${OFFICE}/wordprocessingml/2006/main" xmlns:r="${OFFICE}/officeDocument/2006/relationships"`;
const PACKAGE_NS = `xmlns="${OFFICE}/package/2006/relationships"`;
const RELATION = `${OFFICE}/officeDocument/2006/relationships`;
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A4 with the margins of Vietnamese office papers, in twentieths of a point. */
const SECTION =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>' +
  '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';

/**
 * A handout as a Word file: A4, Times New Roman, real links where the site has a public address.
 *
 * @returns The bytes of a `.docx`; the same handout gives the same bytes.
 */
export function handoutDocx(handout: Handout, words: HandoutWords): Uint8Array<ArrayBuffer> {
  const links = new Map<string, string>();
  const body = bodyXml(handout, words, links);
  return writeZip([
    contentTypes(),
    packageRelations(),
    { name: 'word/document.xml', text: documentXml(body) },
    { name: 'word/styles.xml', text: stylesXml() },
    { name: 'word/_rels/document.xml.rels', text: documentRelations(links) },
    { name: 'docProps/core.xml', text: coreProperties(handout.title) },
  ]);
}

/** @param links Filled with the id of each address that the body links to. */
function bodyXml(
  { title, items }: Handout,
  words: HandoutWords,
  links: Map<string, string>,
): string {
  const written = items.map((item) => itemXml(item, words, links));
  return paragraph('Title', run(title)) + written.join('');
}

function itemXml(item: HandoutItem, words: HandoutWords, links: Map<string, string>): string {
  const { number, citation, warning, quote, note, printed, href } = item;
  const address = href === null ? run(printed) : link(printed, linkId(href, links));
  return [
    paragraph('Citation', run(`${number}. ${citation}`)),
    warning === '' ? '' : paragraph('Warning', run(warning)),
    quote === null ? '' : paragraphs('Quote', quoted(quote)),
    note === '' ? '' : paragraphs('Note', `${words.note}: ${note}`),
    paragraph('Address', run(`${words.printed}: `) + address),
  ].join('');
}

function linkId(href: string, links: Map<string, string>): string {
  const id = links.get(href) ?? `rIdLink${links.size + 1}`;
  links.set(href, id);
  return id;
}

function paragraphs(style: ParagraphStyle, text: string): string {
  return text
    .split('\n')
    .map((line) => paragraph(style, run(line)))
    .join('');
}

function paragraph(style: ParagraphStyle, content: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${content}</w:p>`;
}

function run(text: string, properties = ''): string {
  return `<w:r>${properties}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

function link(text: string, id: string): string {
  const content = run(text, '<w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>');
  return `<w:hyperlink r:id="${id}" w:history="1">${content}</w:hyperlink>`;
}

function documentXml(body: string): string {
  return `${XML}<w:document ${WORD_NS}><w:body>${body}${SECTION}</w:body></w:document>`;
}

function stylesXml(): string {
  const font = 'Times New Roman';
  const fonts = `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/>`;
  const defaults =
    `<w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:sz w:val="26"/><w:szCs w:val="26"/>` +
    '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>' +
    '<w:pPrDefault><w:pPr><w:spacing w:after="60" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>';
  const indent = '<w:ind w:left="425"/>';
  const styles = [
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
    paragraphStyle(
      'Title',
      'Title',
      '<w:keepNext/><w:spacing w:after="240"/><w:jc w:val="center"/><w:outlineLvl w:val="0"/>',
      '<w:b/><w:sz w:val="32"/>',
    ),
    paragraphStyle('Citation', 'Trích dẫn', '<w:keepNext/><w:spacing w:before="200"/>', ''),
    paragraphStyle('Warning', 'Lưu ý', `<w:keepNext/>${indent}`, '<w:b/>'),
    paragraphStyle('Quote', 'Quote', '<w:ind w:left="851"/><w:jc w:val="both"/>', ''),
    paragraphStyle('Note', 'Ghi chú', indent, '<w:i/>'),
    paragraphStyle('Address', 'Mã để in', indent, '<w:sz w:val="22"/>'),
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>' +
      '<w:rPr><w:color w:val="1B3F73"/><w:u w:val="single"/></w:rPr></w:style>',
  ];
  return `${XML}<w:styles ${WORD_NS}>${defaults}${styles.join('')}</w:styles>`;
}

function paragraphStyle(
  id: ParagraphStyle,
  name: string,
  properties: string,
  runProperties: string,
): string {
  return (
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>` +
    `<w:pPr>${properties}</w:pPr><w:rPr>${runProperties}</w:rPr></w:style>`
  );
}

function contentTypes(): ZipEntry {
  const part = (name: string, type: string): string =>
    `<Override PartName="${name}" ContentType="${type}"/>`;
  const text =
    `${XML}<Types xmlns="${OFFICE}/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    part('/word/document.xml', `${WORD_TYPE}.document.main+xml`) +
    part('/word/styles.xml', `${WORD_TYPE}.styles+xml`) +
    part('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
    '</Types>';
  return { name: '[Content_Types].xml', text };
}

function packageRelations(): ZipEntry {
  const core = `${OFFICE}/package/2006/relationships/metadata/core-properties`;
  const text =
    `${XML}<Relationships ${PACKAGE_NS}>` +
    `<Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="word/document.xml"/>` +
    `<Relationship Id="rId2" Type="${core}" Target="docProps/core.xml"/></Relationships>`;
  return { name: '_rels/.rels', text };
}

function documentRelations(links: ReadonlyMap<string, string>): string {
  const written = [...links].map(
    ([href, id]) =>
      `<Relationship Id="${id}" Type="${RELATION}/hyperlink" Target="${escapeXmlAttribute(href)}" TargetMode="External"/>`,
  );
  return (
    `${XML}<Relationships ${PACKAGE_NS}>` +
    `<Relationship Id="rId1" Type="${RELATION}/styles" Target="styles.xml"/>${written.join('')}</Relationships>`
  );
}

function coreProperties(title: string): string {
  return (
    `${XML}<cp:coreProperties xmlns:cp="${OFFICE}/package/2006/metadata/core-properties" ` +
    `xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title>` +
    '<dc:language>vi-VN</dc:language></cp:coreProperties>'
  );
}
