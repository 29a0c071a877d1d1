import { PinInput, type PinInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Digits of an authenticator app's code in Cognito. */
const length = 6;

/** Input for the code of an authenticator app, with a labelled box for each digit. */
export default function OneTimeCode(props: Pick<PinInputProps, 'name' | 'value' | 'onChange' | 'autoFocus'>) {
  const { t } = useTranslation('credentials');
  return (
    <PinInput
      {...props}
      length={length}
      type="number"
      oneTimeCode
      aria-label={t('code')}
      getInputProps={(index) => ({
        'aria-label': t('codeDigit', { position: index + 1, length }),
      })}
    />
  );
}
