import { pageStream } from '../../lib/fidelity/provenance.ts';
import { sha256 } from '../../lib/fidelity/sha256.ts';
import type { ContentFile } from '../../lib/library/types.ts';
import { parseBody } from '../../lib/provision/parse-body.ts';

/** Numbers of Điều of {@link longLaw}. */
export const LONG_LAW_ARTICLES = 320;

const POINTS = ['a', 'b', 'c', 'd', 'đ', 'e', 'g'];

/**
 * An invented law of 20 chapters and 320 Điều, with khoản, điểm and an inserted Điều in each
 * chapter: too long to be kept as a file. Always the same text.
 */
export function longLaw(): ContentFile {
  const chapters = Array.from({ length: 20 }, (_, index) => chapter(index + 1));
  const body = `${chapters.join('\n\n')}\n`;
  const digest = sha256(pageStream(parseBody(body).tree));
  const text = `${FRONT_MATTER.replace(DIGEST, digest)}\n${body}`;
  return { path: 'van-ban/luat/6-2034-qh20.mdx', text };
}

function chapter(number: number): string {
  const first = (number - 1) * 16 + 1;
  const articles = Array.from({ length: 16 }, (_, index) => article(first + index));
  return [
    `## Chương ${roman(number)} VIỆC THỨ ${number} CỦA THƯ VIỆN`,
    ...articles,
    `### Điều ${first + 15}a. Việc chèn thêm của chương ${number}\n\nViệc này được chèn sau Điều ${first + 15}.`,
  ].join('\n\n');
}

/** Every third Điều has no khoản, every third one has no title. */
function article(number: number): string {
  const title = number % 3 === 0 ? '' : ` Việc thứ ${number}`;
  const head = `### Điều ${number}.${title}`;
  if (number % 3 === 1) return `${head}\n\nNgười giữ sách làm việc thứ ${number} trong ngày.`;
  return [
    head,
    `**1.** Việc thứ ${number} gồm:`,
    ...POINTS.slice(0, 3 + (number % 5)).map(
      (letter, index) => `**${letter})** Phần ${index + 1} của việc thứ ${number};`,
    ),
    `**2.** Việc thứ ${number} làm xong trong ${number} giờ.`,
  ].join('\n\n');
}

function roman(number: number): string {
  const tens = 'X'.repeat(Math.floor(number / 10));
  return tens + (['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][number % 10] ?? '');
}

/** Stands for the digest of the text, which validation recomputes. */
const DIGEST = 'digest-of-the-text';

const FRONT_MATTER = `---
symbol: 6/2034/QH20
type: luat
system: nha-nuoc
title: Luật Việc nhỏ của thư viện
issuer: quoc-hoi-thu
issuedDate: 2034-02-03
status: { value: unknown }
text: { state: full, complete: true }
source: { file: goc/6-2034-qh20.docx, sha256: ${'ab'.repeat(32)}, method: docx }
fidelity: { profile: v1, chars: 1, sha256: ${DIGEST}, unexplained: 0, checkedBy: Người Thử }
verification: { effectiveFrom: unverified, effectiveTo: unverified, signer: unverified }
sources:
  - id: s1
    url: https://minh-tri.example/6-2034-qh20
    title: Bản tin xã Minh Trí
    seen: [symbol, type, title, issuer, issuedDate]
---
`;
