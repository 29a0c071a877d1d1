import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '../icons/search.ts';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';

/** How long nothing has to be typed before the list is asked for, in milliseconds. */
const pause = 350;

interface TypedFilterProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** A beginning of something, which a list is narrowed to as one types. */
export function TypedFilter({ label, value, onChange }: TypedFilterProps) {
  const [typed, setTyped] = useState(value ?? '');
  const [applied, setApplied] = useState(value);
  const router = useRouter();
  const apply = useDebouncedCallback((wanted: string | undefined, page: string) => {
    // Who followed a link meanwhile is on the way out: narrowing the list would call them back to it.
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
