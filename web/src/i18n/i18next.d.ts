import type { ApplyingStrings } from './ru-applying.ts';
import type { ManagingStrings } from './ru-managing.ts';
import type { CabinetStrings } from './ru.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: CabinetStrings & ApplyingStrings & ManagingStrings };
  }
}
