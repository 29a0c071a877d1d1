import { presentCarrierPerson } from '../../shared/auth/carrier-person.ts';
import type { PortfolioScope } from '../../shared/auth/scope.ts';
import type { ApplicationRecord } from '../../shared/application/application-record.ts';
import { scanObjectKey } from '../../shared/application/scan-record.ts';
import { CabinetError } from '../../shared/errors.ts';
import type { FileBucket } from '../../shared/files/file-bucket.ts';
import { quarantineKey } from '../../shared/files/upload-record.ts';
import { carrierActor } from '../../shared/history/actor.ts';
import { expectVersion } from '../../shared/http/expect-version.ts';
import { allOf, isAmong } from '../../shared/http/list-condition.ts';
import type { Handlers } from '../../shared/http/route.ts';
import type { Ids } from '../../shared/table/ids.ts';
import { retryOnConflict } from '../../shared/table/retry-on-conflict.ts';
import type { Table } from '../../shared/table/table.ts';
import type { Accounts } from './accounts.ts';
import { applicationPath } from './application-resource.ts';
import { ApprovalStore } from './approval-store.ts';
import { approve } from './approve.ts';
import { ScanAccessStore } from './scan-access-store.ts';
import { contextOf, type ManagerRequest } from './manager-request.ts';
import { announceScan, eventOf, refuseFull, refuseUnlessPaper } from './paper-scan.ts';
import { periodOf } from './period.ts';
import { describePlan, proposalsFor, completeFormOf } from './plan.ts';
import { neutralFile, presentCase, presentEvent, presentScan, presentSummary } from './present.ts';
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
  /** Days for which scans and personal data outlive the decision. */
  readonly retentionDays: number;
}

/** Implements the routes by which the carrier's staff decide on access applications. */
export function createHandlers(dependencies: Dependencies): Handlers<typeof routes> {
  const { table, clock, ids, accounts, files, retentionDays } = dependencies;
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

    readAccessApplication: async ({ scope, params }) => {
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
          scan: scans.map(presentScan),
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

    uploadApplicationScan: async (request) => {
      const { scope, params, body: file, creation } = request;
      const { id } = params;
      const store = storeOf(scope);
      const read = () => store.read(id);
      // Several scans may be announced at the same time, and while the application is changed.
      const created = await retryWhileUnchanged(
        'state',
        await read(),
        read,
        async ({ application, scans }) => {
          refuseUnlessPaper(application);
          const earlier = await creation.earlier();
          if (earlier !== undefined) return earlier;
          refuseFull(scans);
          const { context, cause } = contextOf(request, clock());
          const announced = announceScan(ids(), file, context.now);
          const body = presentScan(announced.scan);
          const location = `${applicationPath}/${id}/scan/${body.id}`;
          const { version } = announced.scan;
          return creation.save(store.scanActions(application, announced, cause), { body, version, location });
        },
      );
      // Signed for every request, since an earlier URL may have expired.
      const upload = await files.signUpload(quarantineKey(scanObjectKey(id, created.body.id)), file);
      return {
        ...created,
        body: { scan: created.body, upload: { ...upload, fields: { ...upload.fields } } },
      };
    },

    removeApplicationScan: async (request) => {
      const { id, scanId } = request.params;
      const store = storeOf(request.scope);
      const key = scanObjectKey(id, scanId);
      const read = () => store.readScan(id, scanId);
      await retryWhileUnchanged('state', await read(), read, async ({ application, scan }) => {
        refuseUnlessPaper(application);
        // The object first: a leftover record is removed by the next attempt, a leftover object would stay forever.
        await files.erase([key, quarantineKey(key)]);
        const { cause } = contextOf(request, clock());
        await store.removeScan(application, scan, eventOf('scanRemoved', scan), cause);
      });
      return { body: undefined };
    },

    openApplicationScan: async (request) => {
      const { id, scanId } = request.params;
      const store = storeOf(request.scope);
      const { application, scan } = await retryOnConflict(async () => {
        const found = await store.readScan(id, scanId);
        if (found.scan.state !== 'accepted')
          throw new CabinetError('changeForbidden', { message: notAccepted });
        await store.record(
          found.application,
          eventOf('scanOpened', found.scan),
          contextOf(request, clock()).cause,
        );
        return found;
      });
      const file = neutralFile(application, scan);
      const { url, expiresAt } = await files.signDownload(scanObjectKey(id, scanId), file, 'inline');
      return { body: { url, expiresAt } };
    },

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

const notAccepted = {
  ru: 'Скан ещё проверяется или отклонён проверкой: открыть его нельзя',
  en: 'The scan is still being inspected, or was refused: it cannot be opened',
};
