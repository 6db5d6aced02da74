import sentences from 'virtual:sentences/search-ui';
import replacedBy from 'virtual:sentences/site.document.replaced-by';
import statusWords from 'virtual:sentences/site.status';
import { fillSlots } from '../../i18n/slots.ts';
import { noticeWords, type Notice } from '../../lib/search/notice.ts';
import type { LibraryState, Progress } from '../search-engine/index.ts';
import type { Answer, FoundLibrary, Hit } from './found.ts';
import type { HitWords } from './render-hit.ts';

/** Files from which on their number tells a reader something. */
const WORTH_COUNTING = 3;

/** What is said of libraries that have no part in an answer, in this order. */
const STATES = {
  waiting: 'library-waiting',
  missing: 'library-missing',
  'other-format': 'library-format',
  damaged: 'library-damaged',
} as const satisfies Partial<Record<LibraryState, SentenceName>>;

/** Names of the sentences that stand by themselves. */
type SentenceName = Exclude<keyof typeof sentences, 'order'>;

/** Sentences of the search interface. */
export class SearchWords {
  /** A sentence, its slots filled. */
  say(name: SentenceName, values: Record<string, string | number> = {}): string {
    return fillSlots(sentences[name], values);
  }

  /** How many were found, of which how many are shown, whether the query was corrected, and what else to know. */
  summary(query: string, { hits, total, corrected, notice }: Answer): string {
    const remark = notice === null ? '' : `${this.remark(notice)} `;
    if (total === 0) return remark + this.say('none', { query });
    const found =
      hits.length < total
        ? this.say('shown', { shown: hits.length, total })
        : this.say('count', { count: total });
    return corrected === null
      ? remark + found
      : `${remark}${found}. ${this.say('corrected', { query: corrected })}`;
  }

  private remark(notice: Notice): string {
    const { key, values } = noticeWords(notice);
    return this.say(key, values);
  }

  /** That an answer is on its way, and how far the index is loaded. */
  waiting(progress?: Progress): string {
    return progress === undefined || progress.wanted < WORTH_COUNTING
      ? this.say('searching')
      : this.say('loading', { ...progress });
  }

  /** Which libraries have no part in the answer, and why; '' when all have. */
  absent(libraries: readonly FoundLibrary[]): string {
    return Object.entries(STATES)
      .map(([state, sentence]) => {
        const names = libraries.filter((library) => library.state === state);
        const list = names.map(({ name }) => `“${name}”`).join(', ');
        return list === '' ? '' : this.say(sentence, { names: list });
      })
      .filter((text) => text !== '')
      .join(' ');
  }

  /** What states of force are called. */
  statuses(values: Iterable<string>): Map<string, string> {
    return new Map([...values].map((value) => [value, statusWords[value as Hit['status']]]));
  }

  /** What hits are shown with. */
  get forHits(): HitWords {
    return {
      status: statusBadge,
      replacedBy,
      namesake: this.say('namesake'),
      places: this.say('places'),
      copies: this.say('copies'),
      ownLibrary: this.say('own-library'),
      ownWords: { gist: this.say('gist'), note: this.say('note') },
    };
  }
}

function statusBadge(status: Hit['status']): Node {
  const badge = document.createElement('span');
  badge.className = 'status';
  badge.dataset.status = status;
  badge.textContent = statusWords[status];
  return badge;
}
