import { Alert, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Application, DocumentKind } from './application-api.ts';
import { DocumentSection } from './document-section.tsx';
import { PrintApplication } from './print-application.tsx';
import type { PackageControl } from './use-package.ts';

/** Documents of the package, in the order of the form. */
export const documentKinds = [
  'application',
  'identityDocument',
  'powerOfAttorney',
  'other',
] as const satisfies readonly DocumentKind[];

interface PackageStepProps {
  readonly secret: string;
  readonly application: Application;
  readonly control: PackageControl;
  /** Saves the form, which is printed from the saved version. */
  readonly onPrint: () => Promise<void>;
}

/** The application to print, and the scans of the package. */
export function PackageStep({ secret, application, control, onPrint }: PackageStepProps) {
  const { t } = useTranslation('apply');
  return (
    <Stack gap="md">
      <PrintApplication secret={secret} onPrint={onPrint} />
      <Text size="sm">{t('packageText')}</Text>
      {control.failure === null ? null : (
        <Alert color="red" role="alert">
          {control.failure.message}
        </Alert>
      )}
      {documentKinds.map((kind) => (
        <DocumentSection key={kind} kind={kind} scans={application.package[kind]} control={control} />
      ))}
    </Stack>
  );
}
