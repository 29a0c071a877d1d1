import { CabinetError } from '../../shared/errors.ts';
import type { LifecycleStatus } from './contract/entity.ts';

/** Allowed transitions. A draft was never on sale, so it is deleted rather than retired. */
const successors: Readonly<Record<LifecycleStatus, readonly LifecycleStatus[]>> = {
  inDesign: ['active'],
  active: ['retired'],
  retired: [],
};

/**
 * Checks that a resource in one status may be changed and move to another.
 *
 * @throws CabinetError `changeForbidden` for a retired resource, `transitionForbidden`
 */
export function checkTransition(from: LifecycleStatus, to: LifecycleStatus): void {
  if (from === 'retired') {
    throw new CabinetError('changeForbidden', {
      message: {
        ru: 'Снято с продажи: хранится для заявок и услуг, которые на него ссылаются, изменить нельзя',
        en: 'Retired: kept for the orders and services that refer to it, and cannot be changed',
      },
    });
  }
  if (from !== to && !successors[from].includes(to)) {
    throw new CabinetError('transitionForbidden', { allowed: successors[from] });
  }
}

/**
 * Checks that a resource may be deleted: only drafts may, because nothing can refer to them. Anything that was ever
 * active may be referred to (docs/adr/0030).
 *
 * @throws CabinetError `changeForbidden`
 */
export function checkRemovable(status: LifecycleStatus): void {
  if (status === 'inDesign') return;
  throw new CabinetError('changeForbidden', {
    message: {
      ru: 'Удалить можно только черновик (inDesign): на действовавшие объекты ссылаются заявки и услуги. Переведите в retired',
      en: 'Only a draft (inDesign) can be deleted: orders and services refer to anything that was active. Retire it instead',
    },
  });
}
