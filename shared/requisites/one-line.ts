import * as z from 'zod';

const words = {
  ru: 'Одна строка, до 200 знаков, без управляющих символов',
  en: 'One line of at most 200 characters, without control characters',
};

/** A single-line text, as printed in documents. */
export const oneLine = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((text) => /^[^\p{Cc}\p{Zl}\p{Zp}]*$/u.test(text), { params: { words } });
