/** Sentences of one finding in the string table. */
type Sentences = Readonly<Record<string, string>>;

/** A finding of the checks as the clerk's guide lists it. */
export interface DescribedCheck {
  id: string;
  text: string;
  /** What to do about it; empty where the table says nothing. */
  remedy: string;
  /** Whether it is about the built site, and not about the content. */
  isOutput: boolean;
}

/**
 * Describe a finding without a case at hand: what would name the case is left open.
 *
 * @example describeCheck('spacing', { message: 'Dòng {line} thừa chữ' }).text // 'Dòng … thừa chữ'
 */
export function describeCheck(id: string, sentences: Sentences): DescribedCheck {
  const hint = sentences.hint ?? '';
  // A remedy that only lists what is alike says nothing without a case.
  const remedy = sentences['hint-otherwise'] ?? hint;
  return {
    id,
    text: leaveOpen(sentences.message ?? ''),
    remedy: leaveOpen(remedy),
    isOutput: id.startsWith('output-'),
  };
}

function leaveOpen(sentence: string): string {
  return sentence.replaceAll(/\{[a-z]+\}/gi, '…');
}
