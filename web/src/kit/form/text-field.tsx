import { TextInput, type TextInputProps } from '@mantine/core';
import { IconCheck } from '../icons/check.ts';
import { Field } from './field.tsx';

interface TextFieldProps extends Omit<TextInputProps, 'name' | 'value' | 'onChange' | 'error'> {
  /** JSON Pointer of the field in the form. */
  readonly name: string;
  readonly value: string;
  readonly onType: (value: string) => void;
  /** Whether to show an icon for a valid value. */
  readonly isRight?: boolean;
}

/** A text input with its problem. */
export function TextField({ name, value, onType, isRight = false, ...props }: TextFieldProps) {
  return (
    <Field name={name}>
      {(error) => (
        <TextInput
          {...props}
          value={value}
          error={error}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          rightSection={
            isRight ? <IconCheck size={16} color="var(--mantine-color-teal-7)" aria-hidden /> : null
          }
          onChange={(event) => {
            onType(event.currentTarget.value);
          }}
        />
      )}
    </Field>
  );
}
