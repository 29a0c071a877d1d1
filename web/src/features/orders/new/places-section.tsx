import { ActionIcon, Autocomplete, Button, Group, Select, Stack, Text } from '@mantine/core';
import { IconPlus } from '../../../kit/icons/plus.ts';
import { IconTrash } from '../../../kit/icons/trash.ts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ItemDraft, PlaceDraft } from './draft.ts';
import { Field, useFieldProblems } from '../../../kit/form/field.tsx';
import { placeField, placesField } from './field-names.ts';
import { asksForPlaces, formPlaces, rolesToEnter } from './form-places.ts';
import type { Offering } from './references.ts';
import classes from './new-order.module.css';
import { orderableServicesQuery } from './orderable-services-query.ts';

interface PlacesSectionProps {
  readonly item: Extract<ItemDraft, { action: 'add' }>;
  readonly offering: Offering;
  readonly onChange: (item: ItemDraft) => void;
}

/** Maximum number of places of an item (the API's limit). */
const maxPlaces = 10;

/** Places of a new service. The places of the operator's other services are suggested. */
export function PlacesSection({ item, offering, onChange }: PlacesSectionProps) {
  const { t } = useTranslation('newOrder');
  const { errorOf, touch } = useFieldProblems();
  const services = useQuery(orderableServicesQuery('delete', ''));
  const suggestions = new Set(services.data?.rows.flatMap(({ place }) => place.map(({ name }) => name)));
  const places = formPlaces(item, offering);
  const change = (index: number, place: PlaceDraft | undefined) => {
    onChange({ ...item, places: places.flatMap((before, at) => (at === index ? (place ?? []) : before)) });
    touch(placeField(item.id, index));
  };
  if (!asksForPlaces(item, offering)) return null;
  return (
    <Stack gap="sm">
      <div>
        <Text size="sm" fw={600}>
          {t('places')}
        </Text>
        <Text size="xs" c="dimmed">
          {t(offering.placeRequired ? 'placesRequiredText' : 'placesText')}
        </Text>
      </div>
      {places.map((place, index) => (
        <Field key={index} name={placeField(item.id, index)}>
          {(error) => (
            <div className={classes['place']}>
              <Select
                className={classes['placeRole'] ?? ''}
                label={t('placeRole')}
                data={roleChoices(place.role)}
                value={place.role}
                onChange={(role) => {
                  if (role !== null) change(index, { ...place, role });
                }}
                allowDeselect={false}
              />
              <Autocomplete
                className={classes['placeName'] ?? ''}
                label={t('placeName')}
                required={offering.placeRequired && index === 0}
                maxLength={300}
                data={[...suggestions]}
                limit={8}
                value={place.name}
                onChange={(name) => {
                  // The typed place is another one than that of the id.
                  change(index, { role: place.role, name });
                }}
                error={error ?? (index === 0 ? errorOf(placesField(item.id)) : undefined)}
              />
              {places.length > 1 || !offering.placeRequired ? (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="lg"
                  mt={25}
                  onClick={() => {
                    change(index, undefined);
                  }}
                  aria-label={t('removePlace', { name: place.name })}
                >
                  <IconTrash size={18} aria-hidden />
                </ActionIcon>
              ) : null}
            </div>
          )}
        </Field>
      ))}
      {places.length < maxPlaces ? (
        <Group>
          <Button
            variant="subtle"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => {
              onChange({ ...item, places: [...places, { role: nextRole(), name: '' }] });
            }}
          >
            {t('addPlace')}
          </Button>
        </Group>
      ) : null}
    </Stack>
  );

  /** The roles of the form, and an unknown one of a copied order. */
  function roleChoices(role: string) {
    const known = rolesToEnter(offering).map((name) => ({
      value: name,
      label: t(`placeRoles.${name}`),
    }));
    return known.some(({ value }) => value === role) ? known : [...known, { value: role, label: role }];
  }

  /** The first role that no line has yet. */
  function nextRole(): string {
    const roles = rolesToEnter(offering);
    return roles.find((role) => places.every((place) => place.role !== role)) ?? roles[0] ?? '';
  }
}
