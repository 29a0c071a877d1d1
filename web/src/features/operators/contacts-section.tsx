import { useTranslation } from 'react-i18next';
import { AddContact } from './add-contact.tsx';
import { isContactKind, wordsOf } from './contact-kinds.ts';
import { ListSection } from './list-section.tsx';
import { changeOrganization, type Organization } from './organization-queries.ts';

interface ContactsSectionProps {
  readonly organization: Organization;
  readonly version: string | undefined;
}

/** Contacts of an operator. */
export function ContactsSection({ organization, version }: ContactsSectionProps) {
  const { t } = useTranslation('operators');
  const { id, contactMedium } = organization;
  return (
    <ListSection
      operatorId={id}
      title={t('contacts')}
      empty={t('noContacts')}
      addLabel={t('addContact')}
      removeLabel={t('removeContact')}
      entries={contactMedium}
      describe={(contact) => ({
        name: wordsOf(contact),
        text: [
          isContactKind(contact.mediumType) ? t(`contactKind.${contact.mediumType}`) : contact.mediumType,
          ...(contact.characteristic.contactType === undefined ? [] : [contact.characteristic.contactType]),
        ].join(' · '),
      })}
      write={(contacts) => changeOrganization(id, version, { contactMedium: contacts })}
      AddForm={AddContact}
    />
  );
}
