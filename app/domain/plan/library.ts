import type { Language } from '../language';
import type { Barrier } from '../situation/barrier';

/** A step that an office agrees often. */
export interface LibraryStep {
  action: string;
  actionInWelsh: string;
  barrier: Barrier | null;
}

/** Steps for one thing that stands in the way; null: for anybody. */
export interface LibraryGroup<S> {
  barrier: Barrier | null;
  /** True for what this customer has said is hard. */
  theirs: boolean;
  steps: S[];
}

/**
 * The steps of an office for one customer: first what helps with what they have said is hard, in the order in which they
 * said it, then what is for anybody, then the rest. Nothing is left out, nothing comes twice.
 */
export function arrangeLibrary<S extends LibraryStep>(
  steps: readonly S[],
  barriers: readonly Barrier[],
): LibraryGroup<S>[] {
  const theirs = [...new Set(barriers)];
  const others = [...new Set(steps.map(({ barrier }) => barrier))].filter(
    (barrier) => barrier !== null && !theirs.includes(barrier),
  );
  return [...theirs, null, ...others]
    .map((barrier) => ({
      barrier,
      theirs: barrier !== null && theirs.includes(barrier),
      steps: steps.filter((step) => step.barrier === barrier),
    }))
    .filter((group) => group.steps.length > 0);
}

/** The words of a library's step in the language of the customer, and the language that they are in: Welsh where there is some. */
export function libraryWords(step: LibraryStep, language: Language): { action: string; language: Language } {
  if (language === 'cy' && step.actionInWelsh !== '') return { action: step.actionInWelsh, language: 'cy' };
  return { action: step.action, language: 'en' };
}
