import { CabinetError } from '../errors.ts';

/**
 * The requested resource is outside the caller's scope. The response is the same as for a resource that does not exist; the
 * distinction is only needed to read a cached scope again before the request is refused.
 */
export class OutsideScope extends CabinetError {
  constructor() {
    super('notFound');
    this.name = 'OutsideScope';
  }
}
