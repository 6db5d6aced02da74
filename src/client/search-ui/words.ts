import { fillSlots } from '../../i18n/slots.ts';
import { noticeWords, type Notice } from '../../lib/search/notice.ts';
import type { Progress } from '../search-engine/index.ts';
import type { Answer } from './found.ts';
import type { HitWords } from './render-hit.ts';

/** Files from which on their number tells a reader something. */
const WORTH_COUNTING = 3;

/**
 * Sentences of the search interface, taken from the page (`SearchWords.astro`), so that the script
 * carries none.
 */
export class SearchWords {
  private readonly source: HTMLElement;

  /** @throws When the page has no `<template data-search-words>`: our own bug. */
  constructor() {
    const source = document.querySelector<HTMLElement>('template[data-search-words]');
    if (!source) throw new Error('the page has no search words');
    this.source = source;
  }

  /** The sentence of `data-<name>`, its slots filled. */
  say(name: string, values: Record<string, string | number> = {}): string {
    return fillSlots(this.source.dataset[name] ?? '', values);
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
    const { sentence, values } = noticeWords(notice);
    return this.say(sentence, values);
  }

  /** That an answer is on its way, and how far the index is loaded. */
  waiting(progress?: Progress): string {
    return progress === undefined || progress.wanted < WORTH_COUNTING
      ? this.say('searching')
      : this.say('loading', { ...progress });
  }

  /** What hits are shown with. */
  get forHits(): HitWords {
    return {
      status: (status) => this.statusBadge(status),
      replacedBy: this.say('replacedBy'),
      namesake: this.say('namesake'),
      places: this.say('places'),
    };
  }

  private statusBadge(status: string): Node {
    const { content } = this.source as HTMLTemplateElement;
    const badge = content.querySelector(`[data-status="${status}"]`);
    return badge ? badge.cloneNode(true) : document.createTextNode('');
  }
}
