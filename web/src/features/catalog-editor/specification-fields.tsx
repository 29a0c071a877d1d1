import { Accordion, Button, Group, Text } from '@mantine/core';
import { IconPlus } from '../../kit/icons/plus.ts';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/languages.ts';
import { textIn } from '../../kit/form/bilingual.ts';
import { CharacteristicFields } from './characteristic-fields.tsx';
import { type FieldsProps, NameFields } from './fields.tsx';
import { newCharacteristic, type SpecificationDraft } from './specification-model.ts';

/** A specification's texts and characteristics. */
export function SpecificationFields(props: FieldsProps<SpecificationDraft>) {
  const { t } = useTranslation('catalogEditor');
  const { draft, onChange, errorAt } = props;
  const { characteristics } = draft;
  return (
    <>
      <NameFields {...props} />
      <Text fw={600}>{t('offering.characteristics')}</Text>
      <Accordion variant="separated">
        {characteristics.map((characteristic, index) => (
          <Accordion.Item key={index} value={String(index)}>
            <Accordion.Control>
              {textIn(characteristic.label, currentLanguage()) || t('newCharacteristic')}
              <Text span size="xs" c="dimmed" ml="sm">
                {characteristic.name}
              </Text>
            </Accordion.Control>
            <Accordion.Panel>
              <CharacteristicFields
                draft={characteristic}
                pointer={`/productSpecCharacteristic/${String(index)}`}
                errorAt={errorAt}
                onChange={(change) => {
                  onChange({
                    characteristics: characteristics.map((other, at) =>
                      at === index ? { ...other, ...change } : other,
                    ),
                  });
                }}
                onRemove={() => {
                  onChange({ characteristics: characteristics.filter((_, at) => at !== index) });
                }}
              />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
      <Group>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => {
            onChange({ characteristics: [...characteristics, newCharacteristic] });
          }}
        >
          {t('addCharacteristic')}
        </Button>
      </Group>
    </>
  );
}
