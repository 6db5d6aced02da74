/**
 * Runs in the hidden frame that keeps the citation tray where pages share no storage: answers the
 * page around it, and tells it when a frame in another tab has changed the tray.
 */
import { TRAY_KEY } from '../../lib/tray/kept.ts';
import type { FrameAnswer, FrameQuestion } from '../site/tray-store.ts';

addEventListener('message', ({ source, data }: MessageEvent<FrameQuestion>) => {
  if (source === parent && typeof data.id === 'number') send(answer(data));
});

addEventListener('storage', ({ key, newValue }) => {
  if (key === TRAY_KEY || key === null) send({ text: newValue, kept: true });
});

function answer({ id, set }: FrameQuestion): FrameAnswer {
  try {
    if (set !== undefined) localStorage.setItem(TRAY_KEY, set);
    return { id, text: localStorage.getItem(TRAY_KEY), kept: true };
  } catch {
    return { id, text: null, kept: false };
  }
}

function send(message: FrameAnswer): void {
  parent.postMessage(message, '*');
}
