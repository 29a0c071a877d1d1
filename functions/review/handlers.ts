import type * as z from 'zod';
import { presentCarrierPerson } from '../../shared/auth/carrier-person.ts';
import type { PortfolioScope } from '../../shared/auth/scope.ts';
import type { ApplicationRecord } from '../../shared/application/application-record.ts';
import { packageScans } from '../../shared/application/package-scans.ts';
import type { ScanRecord } from '../../shared/application/scan-record.ts';
import type { scan as scanResource } from '../../shared/application/scan-resource.ts';
import type { FileBucket } from '../../shared/files/file-bucket.ts';
import { attachmentHandlers, openingHandler } from '../../shared/uploads/attachment-handlers.ts';
import type { AnnouncedFile } from '../../shared/uploads/upload-record.ts';
import { requireAccepted, requireAwaited, requireRoom } from '../../shared/uploads/upload-rules.ts';
import { carrierActor } from '../../shared/history/actor.ts';
import { expectVersion } from '../../shared/http/expect-version.ts';
import { allOf, isAmong } from '../../shared/http/list-condition.ts';
import type { Handlers } from '../../shared/http/route.ts';
import type { Log } from '../../shared/observability/log.ts';
import type { Creation } from '../../shared/table/creation.ts';
import type { Ids } from '../../shared/table/ids.ts';
import { retryOnConflict } from '../../shared/table/retry-on-conflict.ts';
import type { Table } from '../../shared/table/table.ts';
import type { Language } from '../../shared/text.ts';
import type { Accounts } from './accounts.ts';
import { ApprovalStore } from './approval-store.ts';
import { approve } from './approve.ts';
import { ScanAccessStore } from './scan-access-store.ts';
import { contextOf, type ManagerRequest } from './manager-request.ts';
import { announceScan, eventOf, refuseUnlessPaper } from './paper-scan.ts';
import { periodOf } from './period.ts';
import { describePlan, proposalsFor, completeFormOf } from './plan.ts';
import { neutralFile, presentCase, presentEvent, presentFile, presentSummary } from './present.ts';
import { generateReferenceCode, registerApplication } from './register.ts';
import { changeApplication, refuseApplication, requestCorrection, takeApplication } from './review.ts';
import { retryWhileUnchanged } from './retry-while-unchanged.ts';
import type { routes } from './routes.ts';
import type { Step, StepContext } from './step.ts';
import { ReviewStore } from './store.ts';

interface Dependencies {
  readonly table: Table;
  readonly clock: () => Date;
  readonly ids: Ids;
  readonly accounts: Accounts;
  /** The bucket of the scans. */
  readonly files: FileBucket;
  readonly log: Log;
  /** Days for which scans and personal data outlive the decision. */
  readonly retentionDays: number;
}

type ScanRequest = ManagerRequest & {
  readonly params: { readonly id: string; readonly attachmentId: string };
  readonly language: Language;
};

type AddRequest = ManagerRequest & {
  readonly params: { readonly id: string };
  readonly language: Language;
  readonly body: AnnouncedFile & Pick<ScanRecord, 'kind'>;
  readonly creation: Creation<z.output<typeof scanResource>>;
};

/** Implements the routes by which the carrier's staff decide on access applications. */
export function createHandlers(dependencies: Dependencies): Handlers<typeof routes> {
  const { table, clock, ids, accounts, files, log, retentionDays } = dependencies;
  const storeOf = (scope: PortfolioScope) => new ReviewStore(table, scope, clock);
  const readerOf = ({ sub }: { sub: string }) => ({ sub, now: clock() });
  const answer = (application: ApplicationRecord, scope: PortfolioScope) => ({
    body: presentCase(application, readerOf(scope)),
    version: application.version,
  });

  /** Applies a step to an application, and saves the result. */
  const applyStep = async (
    request: ManagerRequest & {
      readonly params: { readonly id: string };
      readonly ifMatch: number | undefined;
    },
    step: (application: ApplicationRecord, context: StepContext) => Step,
  ) => {
    const store = storeOf(request.scope);
    const read = () => store.read(request.params.id);
    const found = await read();
    expectVersion(request.ifMatch, found.application.version);
    return retryWhileUnchanged('version', found, read, async ({ application }) => {
      const { context, cause } = contextOf(request, clock());
      const result = step(application, context);
      await store.save(application, result, cause);
      return answer(result.after, request.scope);
    });
  };

  const objectKey = (applicationId: string, scanId: string) =>
    packageScans.objectKey({ applicationId }, scanId);

  const { add, renew, remove } = attachmentHandlers({
    files,
    log,
    objectKey,

    add: async (request: AddRequest) => {
      const { scope, params, body: file, creation, language } = request;
      const store = storeOf(scope);
      const read = () => store.read(params.id);
      // Several scans may be announced at the same time, and while the application is changed.
      return retryWhileUnchanged('state', await read(), read, async ({ application, scans }) => {
        refuseUnlessPaper(application);
        const earlier = await creation.earlier();
        if (earlier !== undefined) return earlier;
        requireRoom(scans.length, packageScans.entrances.review.maxFiles);
        const { context, cause } = contextOf(request, clock());
        const announced = announceScan(file, { id: ids(), now: context.now });
        const body = presentFile(announced.scan, application, language);
        const { version } = announced.scan;
        return creation.save(store.scanActions(application, announced, cause), {
          body,
          version,
          location: body.href,
        });
      });
    },

    readAwaited: async ({ scope, params: { id, attachmentId }, language }: ScanRequest) => {
      const { application, scan } = await storeOf(scope).readScan(id, attachmentId);
      refuseUnlessPaper(application);
      requireAwaited(scan);
      return { file: scan, shown: presentFile(scan, application, language), version: scan.version };
    },

    remove: async (request: ScanRequest) => {
      const { id, attachmentId } = request.params;
      const store = storeOf(request.scope);
      const read = () => store.readScan(id, attachmentId);
      return retryWhileUnchanged('state', await read(), read, async ({ application, scan }) => {
        refuseUnlessPaper(application);
        const { cause } = contextOf(request, clock());
        await store.removeScan(application, scan, eventOf('scanRemoved', scan), cause);
        return undefined;
      });
    },
  });

  return {
    listAccessApplication: async ({ scope, query }) => {
      const accepts = allOf<ApplicationRecord>([
        ...isAmong<ApplicationRecord>(query.state, ({ state }) => [state]),
        ...(query.mine === undefined
          ? []
          : [({ managerSub }: ApplicationRecord) => (managerSub === scope.sub) === (query.mine === 'true')]),
      ]);
      const { entities, next, total } = await storeOf(scope).queue(query, accepts);
      return { body: entities.map((found) => presentSummary(found, readerOf(scope))), next, total };
    },

    listDecidedApplication: async ({ scope, query }) => {
      const accepts = allOf(isAmong<ApplicationRecord>(query.kind, ({ decision }) => [decision?.kind]));
      const { entities, next, total } = await storeOf(scope).decided(query, periodOf(query), accepts);
      return { body: entities.map((found) => presentSummary(found, readerOf(scope))), next, total };
    },

    registerPaperApplication: async (request) => {
      const { scope, body: asked, creation } = request;
      const earlier = await creation.earlier();
      if (earlier !== undefined) return earlier;
      const { context, cause } = contextOf(request, clock());
      const step = registerApplication(generateReferenceCode(), asked.form, context);
      const { body, version } = answer(step.after, scope);
      const actions = storeOf(scope).registrationActions(step, cause);
      return creation.save(actions, { body, version, location: body.href });
    },

    readAccessApplication: async ({ scope, params, language }) => {
      const reader = readerOf(scope);
      const { application, scans, events } = await storeOf(scope).readFile(params.id);
      const form = completeFormOf(application);
      const isOpen = form !== undefined && application.decision === undefined;
      const known = isOpen
        ? await new ApprovalStore(table, scope).loadOperator(form.company.taxpayerNumber, proposalsFor(form))
        : undefined;
      return {
        body: {
          ...presentCase(application, reader),
          attachment: scans.map((scan) => presentFile(scan, application, language)),
          history: events.map((event) => presentEvent(event, reader)),
          ...(isOpen && known !== undefined
            ? { plan: describePlan(application, form, known, scope.sub) }
            : {}),
        },
        version: application.version,
      };
    },

    changeAccessApplication: (request) =>
      applyStep(request, (application, context) => changeApplication(application, request.body, context)),

    takeAccessApplication: (request) => applyStep(request, takeApplication),

    requestApplicationCorrection: (request) =>
      applyStep(request, (application, context) =>
        requestCorrection(application, request.body.text, context),
      ),

    refuseAccessApplication: (request) =>
      applyStep(request, (application, context) =>
        refuseApplication(application, request.body.reason, retentionDays, context),
      ),

    approveAccessApplication: async ({ scope, params, body, ifMatch, requestId }) => {
      const store = storeOf(scope);
      const read = () => store.read(params.id);
      const parts = {
        store: new ApprovalStore(table, scope),
        accounts,
        clock,
        retentionDays,
        by: carrierActor(scope, 'manager'),
        requestId,
      };
      const { application } = await read();
      // A started approval continues, whatever version the caller has.
      if (application.approval === undefined) expectVersion(ifMatch, application.version);
      return answer(await approve(application, body, parts, read), scope);
    },

    createAccessApplicationAttachment: add,
    renewAccessApplicationAttachment: renew,
    openAccessApplicationAttachment: openingHandler(
      files,
      {
        objectKey,
        open: async (request: ScanRequest) => {
          const { id, attachmentId } = request.params;
          const store = storeOf(request.scope);
          return retryOnConflict(async () => {
            const { application, scan } = await store.readScan(id, attachmentId);
            requireAccepted(scan);
            const { cause } = contextOf(request, clock());
            await store.record(application, eventOf('scanOpened', scan), cause);
            return neutralFile(application, scan);
          });
        },
      },
      'inline',
    ),
    removeAccessApplicationAttachment: remove,

    listScanAccess: async ({ scope, query }) => {
      const accepts = allOf(isAmong<{ by: { sub: string } }>(query.by, ({ by }) => [by.sub]));
      const page = await new ScanAccessStore(scope, table).list(query, periodOf(query), accepts);
      const body = page.entities.map(({ sequence, at, by, applicationId, scanId, scanKind }) => ({
        id: `${applicationId}-${String(sequence)}`,
        '@type': 'CabinetScanAccess' as const,
        at,
        by: presentCarrierPerson(by.sub, scope),
        applicationId,
        scanId,
        scanKind,
      }));
      return { body, next: page.next, total: page.total };
    },
  };
}
