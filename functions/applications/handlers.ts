import { applicationDraftSchema } from '../../shared/application/application-form.ts';
import { isOpenToApplicant } from '../../shared/application/application-state.ts';
import { type ScanRecord, scanObjectKey } from '../../shared/application/scan-record.ts';
import type { ApplicantScope } from '../../shared/auth/scope.ts';
import type { FileBucket } from '../../shared/files/file-bucket.ts';
import { quarantineKey } from '../../shared/files/upload-record.ts';
import { mergePatch } from '../../shared/http/merge-patch.ts';
import { expectVersion } from '../../shared/http/expect-version.ts';
import type { Handlers } from '../../shared/http/route.ts';
import type { Ids } from '../../shared/table/ids.ts';
import type { Table } from '../../shared/table/table.ts';
import { applicationsPath } from './application-resource.ts';
import { changed, newDraft } from './draft.ts';
import { presentApplication, presentStatus, presentUpload } from './present-application.ts';
import type { routes } from './routes.ts';
import { addScan, removeScan, requireAwaited, requireOpen } from './scans.ts';
import { ApplicationStore, type ApplicationWithScans, readStatus } from './store.ts';
import { submit } from './submission.ts';

interface Dependencies {
  readonly table: Table;
  readonly files: FileBucket;
  readonly clock: () => Date;
  readonly ids: Ids;
}

/** Implements the public routes of access applications. */
export function createHandlers({ table, files, clock, ids }: Dependencies): Handlers<typeof routes> {
  const storeOf = ({ scope, requestId }: { readonly scope: ApplicantScope; readonly requestId: string }) =>
    new ApplicationStore(table, scope, { clock, requestId });
  const present = ({ application, scans }: ApplicationWithScans) => ({
    body: presentApplication(application, scans),
    version: application.version,
  });
  const signUpload = (applicationId: string, scan: ScanRecord) =>
    files.signUpload(quarantineKey(scanObjectKey(applicationId, scan.id)), scan);

  return {
    createApplication: async (request) => {
      const { scope } = request;
      const current = await storeOf(request).readOrCreate(() => newDraft(scope, clock()));
      return { ...present(current), location: `${applicationsPath}/${scope.applicationId}` };
    },

    readApplication: async (request) => present(await storeOf(request).read(request.params.id)),

    changeApplication: async (request) => {
      const { params, body, ifMatch } = request;
      return present(
        await storeOf(request).change(params.id, ({ application }) => {
          requireOpen(application);
          expectVersion(ifMatch, application.version);
          const form = applicationDraftSchema.parse(mergePatch(application.form ?? {}, body['form'] ?? {}));
          return {
            application: changed(application, clock(), { form }),
            // Nobody else has seen a draft, so its history does not record changes.
            ...(application.state === 'draft' ? {} : { event: { kind: 'changed' } }),
          };
        }),
      );
    },

    createApplicationUpload: async (request) => {
      const { params, body } = request;
      const scanId = ids();
      const { application, scans } = await storeOf(request).change(params.id, (current) =>
        addScan(current, body, { id: scanId, now: clock() }),
      );
      const scan = scans.find(({ id }) => id === scanId);
      if (scan === undefined) throw new Error('The scan that was added is not there');
      return {
        body: presentUpload(scan, await signUpload(application.id, scan)),
        version: application.version,
        location: `${applicationsPath}/${application.id}/scan/${scanId}`,
      };
    },

    renewApplicationUpload: async (request) => {
      const { params } = request;
      const current = await storeOf(request).read(params.id);
      const scan = requireAwaited(current, params.scanId);
      return {
        body: presentUpload(scan, await signUpload(params.id, scan)),
        version: current.application.version,
      };
    },

    removeApplicationUpload: async (request) => {
      const { id, scanId } = request.params;
      const { application } = await storeOf(request).change(id, (current) =>
        removeScan(current, scanId, clock()),
      );
      // After the record, so that a package never lists a missing file. What a crash leaves here expires.
      const key = scanObjectKey(id, scanId);
      await files.erase([quarantineKey(key), key]);
      return { body: undefined, version: application.version };
    },

    submitApplication: async (request) => {
      const { params, ifMatch } = request;
      return present(
        await storeOf(request).change(params.id, ({ application, scans }) => {
          // A retry after a lost response: the application has been sent already.
          if (!isOpenToApplicant(application.state)) return undefined;
          expectVersion(ifMatch, application.version);
          const submitted = submit(application, scans, clock());
          return { application: submitted, event: { kind: 'state' } };
        }),
      );
    },

    readApplicationStatus: async ({ params: { id } }) => ({
      body: presentStatus(id, await readStatus(table, id, clock())),
    }),
  };
}
