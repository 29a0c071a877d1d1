import { presentCarrierPerson } from '../../shared/auth/carrier-person.ts';
import type { PortfolioScope } from '../../shared/auth/scope.ts';
import type { ApplicationRecord } from '../../shared/application/application-record.ts';
import { scanObjectKey } from '../../shared/application/scan-record.ts';
import { CabinetError } from '../../shared/errors.ts';
import type { FileBucket } from '../../shared/files/file-bucket.ts';
import { quarantineKey } from '../../shared/files/upload-record.ts';
import { expectVersion } from '../../shared/http/expect-version.ts';
import { allOf, isAmong } from '../../shared/http/list-condition.ts';
import type { Handlers } from '../../shared/http/route.ts';
import type { Ids } from '../../shared/table/ids.ts';
import type { Table } from '../../shared/table/table.ts';
import type { Accounts } from './accounts.ts';
import { applicationPath } from './application-resource.ts';
import { ApprovalStore } from './approval-store.ts';
import { approve } from './approve.ts';
import { ScanAccessStore } from './scan-access-store.ts';
import { announceScan, eventOf, refuseFull, refuseUnlessPaper } from './paper-scan.ts';
import { periodOf } from './period.ts';
import { describePlan, proposalsFor, completeFormOf } from './plan.ts';
import { neutralFile, presentCase, presentEvent, presentScan, presentSummary } from './present.ts';
import { generateReferenceCode, registerApplication } from './register.ts';
import { changeApplication, refuseApplication, requestCorrection, takeApplication } from './review.ts';
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
  const storeOf = (scope: PortfolioScope) => new ReviewStore(table, scope, { clock, ids });
  const readerOf = ({ sub }: { sub: string }) => ({ sub, now: clock() });
  const answer = (application: ApplicationRecord, scope: PortfolioScope) => ({
    body: presentCase(application, readerOf(scope)),
    version: application.version,
  });

  /** Applies a step to an application, and saves the result. */
  const applyStep = async (
    scope: PortfolioScope,
    id: string,
    ifMatch: number | undefined,
    step: (application: ApplicationRecord, context: StepContext) => Step,
  ) => {
    const store = storeOf(scope);
    const { application } = await store.read(id);
    expectVersion(ifMatch, application.version);
    const result = step(application, { by: scope.sub, now: clock() });
    await store.save(application, result);
    return answer(result.after, scope);
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

    registerPaperApplication: async ({ scope, body: { form }, creation }) => {
      const earlier = await creation.earlier();
      if (earlier !== undefined) return earlier;
      const step = registerApplication(generateReferenceCode(), form, { by: scope.sub, now: clock() });
      const { body, version } = answer(step.after, scope);
      return creation.save(storeOf(scope).registrationActions(step), { body, version, location: body.href });
    },

    readAccessApplication: async ({ scope, params }) => {
      const reader = readerOf(scope);
      const { application, scans, events } = await storeOf(scope).readFile(params.id);
      const form = completeFormOf(application);
      const isOpen = form !== undefined && application.decision === undefined;
      const known = isOpen
        ? await new ApprovalStore(table, scope, ids).loadOperator(
            form.company.taxpayerNumber,
            proposalsFor(form),
          )
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

    changeAccessApplication: ({ scope, params, body, ifMatch }) =>
      applyStep(scope, params.id, ifMatch, (application, context) =>
        changeApplication(application, body, context),
      ),

    takeAccessApplication: ({ scope, params, ifMatch }) =>
      applyStep(scope, params.id, ifMatch, takeApplication),

    requestApplicationCorrection: ({ scope, params, body, ifMatch }) =>
      applyStep(scope, params.id, ifMatch, (application, context) =>
        requestCorrection(application, body.text, context),
      ),

    refuseAccessApplication: ({ scope, params, body, ifMatch }) =>
      applyStep(scope, params.id, ifMatch, (application, context) =>
        refuseApplication(application, body.reason, retentionDays, context),
      ),

    approveAccessApplication: async ({ scope, params, body, ifMatch }) => {
      const store = storeOf(scope);
      const read = async () => (await store.read(params.id)).application;
      const application = await read();
      // A started approval continues, whatever version the caller has.
      if (application.approval === undefined) expectVersion(ifMatch, application.version);
      const parts = {
        store: new ApprovalStore(table, scope, ids),
        accounts,
        clock,
        retentionDays,
        by: scope.sub,
      };
      return answer(await approve(application, body, parts, read), scope);
    },

    uploadApplicationScan: async ({ scope, params: { id }, body: file, creation }) => {
      const store = storeOf(scope);
      const { application, scans } = await store.read(id);
      refuseUnlessPaper(application);
      const save = async () => {
        refuseFull(scans);
        const announced = announceScan(ids(), file, { by: scope.sub, now: clock() });
        const body = presentScan(announced.scan);
        const location = `${applicationPath}/${id}/scan/${body.id}`;
        return creation.save(store.scanActions(application, announced), {
          body,
          version: announced.scan.version,
          location,
        });
      };
      const created = (await creation.earlier()) ?? (await save());
      // Signed for every request, since an earlier URL may have expired.
      const upload = await files.signUpload(quarantineKey(scanObjectKey(id, created.body.id)), file);
      return {
        ...created,
        body: { scan: created.body, upload: { ...upload, fields: { ...upload.fields } } },
      };
    },

    removeApplicationScan: async ({ scope, params: { id, scanId } }) => {
      const store = storeOf(scope);
      const { application, scan } = await store.readScan(id, scanId);
      refuseUnlessPaper(application);
      const key = scanObjectKey(id, scanId);
      // The object first: a leftover record is removed by the next attempt, a leftover object would stay forever.
      await files.erase([key, quarantineKey(key)]);
      await store.removeScan(
        application,
        scan,
        eventOf('scanRemoved', scan, { by: scope.sub, now: clock() }),
      );
      return { body: undefined };
    },

    openApplicationScan: async ({ scope, params: { id, scanId } }) => {
      const store = storeOf(scope);
      const { application, scan } = await store.readScan(id, scanId);
      if (scan.state !== 'accepted') throw new CabinetError('changeForbidden', { message: notAccepted });
      await store.record(id, eventOf('scanOpened', scan, { by: scope.sub, now: clock() }));
      const file = neutralFile(application, scan);
      const { url, expiresAt } = await files.signDownload(scanObjectKey(id, scanId), file, 'inline');
      return { body: { url, expiresAt } };
    },

    listScanAccess: async ({ scope, query }) => {
      const accepts = allOf(isAmong<{ by: { sub: string } }>(query.by, ({ by }) => [by.sub]));
      const page = await new ScanAccessStore(scope, table).list(query, periodOf(query), accepts);
      const body = page.entities.map(({ sk, at, by, applicationId, scanId, scanKind }) => ({
        id: sk.slice(sk.indexOf('#') + 1),
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
