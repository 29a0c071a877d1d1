import { createContext, type ReactNode, use } from 'react';

/** What the controls of a form need to show problems. */
export interface FieldProblems {
  /** Problem of a control, once the user has visited it. */
  readonly errorOf: (field: string) => string | undefined;
  /** Whether a part of the named group has a problem, once the user has visited it. */
  readonly hasErrorWithin: (whole: string) => boolean;
  /** Records that the user has visited a control. */
  readonly touch: (field: string) => void;
}

const FieldContext = createContext<FieldProblems | undefined>(undefined);

export const FieldProvider = FieldContext.Provider;

export function useFieldProblems(): FieldProblems {
  const problems = use(FieldContext);
  if (problems === undefined) throw new Error('A field must be inside a form');
  return problems;
}

/** A control with its problem. Its name identifies it when the focus moves to the first problem. */
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

/** Moves the focus to the first control on the page that has a problem. */
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
