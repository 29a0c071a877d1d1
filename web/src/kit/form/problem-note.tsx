import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '../icons/alert-triangle.ts';
import { useFieldProblems } from './field.tsx';

/** Problems of several controls together, or without a control. */
export function ProblemNote({ name }: { name: string }) {
  const { errorOf } = useFieldProblems();
  const error = errorOf(name);
  if (error === undefined) return null;
  return (
    <Alert
      data-field={name}
      tabIndex={-1}
      color="red"
      variant="light"
      icon={<IconAlertTriangle />}
      role="alert"
    >
      {error}
    </Alert>
  );
}
