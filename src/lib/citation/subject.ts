import { fold } from '../text/fold.ts';

/** Pairs that nearly every title has: they tell no two documents apart. */
const COMMON_PAIRS = new Set(
  [
    'ban hanh|viec ban|ve viec|cong tac|tang cuong|cuong va|va doi|doi moi|moi su|su lanh|lanh dao|' +
      'dao cua|cua dang|dang doi|doi voi|voi cong|trong tinh|tinh hinh|hinh moi|tiep tuc|tuc thuc|' +
      'thuc hien|nang cao|cao chat|chat luong|luong hieu|hieu qua|phat huy|vai tro|tro cua|mot so|' +
      'quy dinh|nghi quyet|quyet dinh|chi thi|ket luan|huong dan|ke hoach|chuong trinh|cua bo|' +
      'bo chinh|chinh tri|ban bi|bi thu|cua ban|trung uong|uong dang|chap hanh|ban chap|hanh trung|' +
      'khoa xi|trien khai|xay dung|to chuc|he thong|thong chinh|cac cap|giai doan|hien nay|nam qua|' +
      'nghi ve|quyet ve|thi ve|ve tang|ve tiep|cac nghi|cua cac|nhiem vu|day manh|thoi ky|viet nam|' +
      'cua he|so dieu|chi tiet|sua doi|bo sung|mot so|dieu cua|cua luat|thi hanh',
  ]
    .join('|')
    .split('|'),
);

/** Syllables that are in every sentence. */
const COMMON_SYLLABLES = new Set(
  (
    've viec cua va cac nhung trong doi voi cho theo tai tu den mot so nay do la duoc co khong nham ' +
    'de cong tac tang cuong tiep tuc thuc hien nang cao chat luong hieu qua phat huy trien khai dang ' +
    'trung uong ban bi thu bo chinh tri tinh hinh moi lanh dao su quan ly nghi quyet quyet dinh chi ' +
    'thi ket luan quy dinh che thoi ky giai doan nam xay dung to chuc he thong nha nuoc nhan dan hanh'
  ).split(' '),
);

/** Pairs of neighbouring syllables, folded, without those that every title has. */
export function syllablePairs(text: string): string[] {
  return pairsOf(fold(text).match(/[a-z]+/g) ?? []);
}

function pairsOf(syllables: readonly string[]): string[] {
  return syllables.slice(1).flatMap((syllable, i) => {
    const pair = `${syllables[i] ?? ''} ${syllable}`;
    return COMMON_PAIRS.has(pair) ? [] : [pair];
  });
}

/** What a document is about, see `CitableRecord`. */
export interface Subject {
  subject: ReadonlySet<string>;
  syllables: ReadonlySet<string>;
}

/**
 * How much of a stated subject is that of a document.
 *
 * @param stated Syllables after "về", folded.
 * @returns Number of telling pairs in common.
 */
export function subjectScore(stated: readonly string[], of: Subject): number {
  return new Set(pairsOf(stated).filter((pair) => of.subject.has(pair))).size;
}

/**
 * Whether a stated subject is certainly another one: several telling words, none of them in the
 * document's titles.
 */
export function isOtherSubject(stated: readonly string[], of: Subject): boolean {
  const telling = stated.filter((syllable) => !COMMON_SYLLABLES.has(syllable));
  return telling.length >= 3 && !telling.some((syllable) => of.syllables.has(syllable));
}
