import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Short files with tests of many pages. */
const long = /pages\.test\.ts$/;

/**
 * Runs the files first that take longest, so that no worker runs one of them while the others have nothing left to do.
 * Vitest orders by the size of a file where it has not yet run.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => long.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
