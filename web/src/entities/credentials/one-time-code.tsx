import { PinInput, type PinInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** How many digits a code of an authenticator application has, as Cognito takes them. */
const length = 6;

/** The code of an authenticator application, a box for each digit; each box says which one it is. */
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
