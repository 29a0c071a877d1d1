import { createContext, type ReactNode, use } from 'react';

/** What the controls of the form have to know of each other's problems. */
export interface FieldProblems {
  /** What is wrong with a control, once the person has been there. */
  readonly errorOf: (field: string) => string | undefined;
  /** Whether something is wrong with a part of what a name stands for, once the person has been there. */
  readonly hasErrorWithin: (whole: string) => boolean;
  /** Notes that the person has been at a control. */
  readonly touch: (field: string) => void;
}

const FieldContext = createContext<FieldProblems | undefined>(undefined);

export const FieldProvider = FieldContext.Provider;

export function useFieldProblems(): FieldProblems {
  const problems = use(FieldContext);
  if (problems === undefined) throw new Error('A field stands in the form');
  return problems;
}

/** A control with what is wrong with it. It is found by its name when the focus moves to what is wrong. */
export function Field({
  name,
  children,
}: {
  name: string;
  children: (error: string | undefined) => ReactNode;
}) {
  const { errorOf, touch } = useFieldProblems();
  return (
    <div
      data-field={name}
      onBlur={() => {
        touch(name);
      }}
    >
      {children(errorOf(name))}
    </div>
  );
}

/** Moves the focus to the first control, as they stand on the page, that has a problem. */
export function focusFirst(form: HTMLElement, fields: ReadonlySet<string>): boolean {
  for (const element of form.querySelectorAll<HTMLElement>('[data-field]')) {
    if (!fields.has(element.dataset['field'] ?? '')) continue;
    const control =
      element.querySelector<HTMLElement>('input:checked') ??
      element.querySelector<HTMLElement>('input:not([type=hidden]), textarea, button') ??
      element;
    control.focus();
    control.scrollIntoView({ block: 'center' });
    return true;
  }
  return false;
}
