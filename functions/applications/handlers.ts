import { applicationDraftSchema } from '../../shared/application/application-form.ts';
import { isOpenToApplicant } from '../../shared/application/application-state.ts';
import { packageScans } from '../../shared/application/package-scans.ts';
import type { ScanRecord } from '../../shared/application/scan-record.ts';
import type { ApplicantScope } from '../../shared/auth/scope.ts';
import type { FileBucket } from '../../shared/files/file-bucket.ts';
import { attachmentHandlers } from '../../shared/uploads/attachment-handlers.ts';
import type { AnnouncedFile } from '../../shared/uploads/upload-record.ts';
import { mergePatch } from '../../shared/http/merge-patch.ts';
import { expectVersion } from '../../shared/http/expect-version.ts';
import type { Handlers } from '../../shared/http/route.ts';
import type { Log } from '../../shared/observability/log.ts';
import type { Ids } from '../../shared/table/ids.ts';
import type { Table } from '../../shared/table/table.ts';
import type { Language } from '../../shared/text.ts';
import { applicationsPath } from './application-resource.ts';
import { changed, newDraft } from './draft.ts';
import { presentApplication, presentOwnScan, presentStatus } from './present-application.ts';
import type { routes } from './routes.ts';
import { addScan, awaitedScanOf, removeScan, requireOpen } from './scans.ts';
import { ApplicationStore, type ApplicationWithScans, readStatus } from './store.ts';
import { submit } from './submission.ts';

interface Dependencies {
  readonly table: Table;
  readonly files: FileBucket;
  readonly log: Log;
  readonly clock: () => Date;
  readonly ids: Ids;
}

interface ApplicantRequest<Params = unknown> {
  readonly scope: ApplicantScope;
  readonly requestId: string;
  readonly language: Language;
  readonly params: Params & { readonly id: string };
}

type ScanRequest = ApplicantRequest<{ readonly attachmentId: string }>;

type AddRequest = ApplicantRequest & { readonly body: AnnouncedFile & Pick<ScanRecord, 'kind'> };

/** Implements the public routes of access applications. */
export function createHandlers({ table, files, clock, ids, log }: Dependencies): Handlers<typeof routes> {
  const storeOf = ({ scope, requestId }: Pick<ApplicantRequest, 'scope' | 'requestId'>) =>
    new ApplicationStore(table, scope, { clock, requestId });
  const present = (
    { application, scans }: ApplicationWithScans,
    { language }: Pick<ApplicantRequest, 'language'>,
  ) => ({
    body: presentApplication(application, scans, language),
    version: application.version,
  });

  const { add, renew, remove } = attachmentHandlers({
    files,
    log,
    objectKey: (applicationId, scanId) => packageScans.objectKey({ applicationId }, scanId),

    add: async (request: AddRequest) => {
      const { params, body, language } = request;
      const scanId = ids();
      const { application, scans } = await storeOf(request).change(params.id, (current) =>
        addScan(current, body, { id: scanId, now: clock() }),
      );
      const scan = scans.find(({ id }) => id === scanId);
      if (scan === undefined) throw new Error('The scan that was added is not there');
      const shown = presentOwnScan(scan, application, language);
      return { body: shown, version: application.version, location: shown.href };
    },

    readAwaited: async (request: ScanRequest) => {
      const { params, language } = request;
      const current = await storeOf(request).read(params.id);
      const scan = awaitedScanOf(current, params.attachmentId);
      const { application } = current;
      return {
        file: scan,
        shown: presentOwnScan(scan, application, language),
        version: application.version,
      };
    },

    remove: async (request: ScanRequest) => {
      const { id, attachmentId } = request.params;
      const { application } = await storeOf(request).change(id, (current) =>
        removeScan(current, attachmentId, clock()),
      );
      return application.version;
    },
  });

  return {
    createApplication: async (request) => {
      const { scope } = request;
      const current = await storeOf(request).readOrCreate(() => newDraft(scope, clock()));
      return { ...present(current, request), location: `${applicationsPath}/${scope.applicationId}` };
    },

    readApplication: async (request) => present(await storeOf(request).read(request.params.id), request),

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
        request,
      );
    },

    createApplicationAttachment: add,
    renewApplicationAttachment: renew,
    removeApplicationAttachment: remove,

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
        request,
      );
    },

    readApplicationStatus: async ({ params: { id } }) => ({
      body: presentStatus(id, await readStatus(table, id, clock())),
    }),
  };
}
