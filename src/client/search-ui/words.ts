import { fillSlots } from '../../i18n/slots.ts';
import type { HitWords } from './render-hit.ts';

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

  /** What hits are shown with. */
  get forHits(): HitWords {
    return {
      status: (status) => this.statusBadge(status),
      replacedBy: this.say('replacedBy'),
      namesake: this.say('namesake'),
    };
  }

  private statusBadge(status: string): Node {
    const { content } = this.source as HTMLTemplateElement;
    const badge = content.querySelector(`[data-status="${status}"]`);
    return badge ? badge.cloneNode(true) : document.createTextNode('');
  }
}
