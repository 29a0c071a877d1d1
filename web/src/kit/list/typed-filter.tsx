import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '../icons/search.ts';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';

/** Pause in typing before the filter is applied, in milliseconds. */
const pause = 350;

interface TypedFilterProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** Filter by a prefix, applied while the user types. */
export function TypedFilter({ label, value, onChange }: TypedFilterProps) {
  const [typed, setTyped] = useState(value ?? '');
  const [applied, setApplied] = useState(value);
  const router = useRouter();
  const apply = useDebouncedCallback((wanted: string | undefined, page: string) => {
    // The user has followed a link meanwhile: setting the filter would navigate back.
    if (router.latestLocation.pathname !== page) return;
    setApplied(wanted);
    onChange(wanted);
  }, pause);
  // The filters were reset, or the user went back: the field no longer shows the filter in effect.
  if (value !== applied) {
    setApplied(value);
    if ((value ?? '') !== typed.trim()) setTyped(value ?? '');
  }
  return (
    <TextInput
      label={label}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        apply(text.trim() === '' ? undefined : text.trim(), router.latestLocation.pathname);
      }}
    />
  );
}
