import { CabinetError } from '../errors.ts';

/**
 * What was asked for lies outside the caller's scope. Answered exactly like what does not exist; known apart only
 * so that a scope that came from a cache is read again before it is refused.
 */
export class OutsideScope extends CabinetError {
  constructor() {
    super('notFound');
    this.name = 'OutsideScope';
  }
}
