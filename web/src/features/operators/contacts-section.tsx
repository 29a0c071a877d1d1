import { useTranslation } from 'react-i18next';
import { AddContact } from './add-contact.tsx';
import { isContactKind, wordsOf } from './contact-kinds.ts';
import { ListSection } from './list-section.tsx';
import { changeOrganization, type Organization } from './organization-queries.ts';

interface ContactsSectionProps {
  readonly organization: Organization;
  readonly version: string | undefined;
}

/** How an operator is reached. */
export function ContactsSection({ organization, version }: ContactsSectionProps) {
  const { t } = useTranslation();
  const { id, contactMedium } = organization;
  return (
    <ListSection
      operatorId={id}
      title={t('operators.contacts')}
      empty={t('operators.noContacts')}
      addLabel={t('operators.addContact')}
      removeLabel={t('operators.removeContact')}
      entries={contactMedium}
      describe={(contact) => ({
        name: wordsOf(contact),
        text: [
          isContactKind(contact.mediumType)
            ? t(`operators.contactKind.${contact.mediumType}`)
            : contact.mediumType,
          ...(contact.characteristic.contactType === undefined ? [] : [contact.characteristic.contactType]),
        ].join(' · '),
      })}
      write={(contacts) => changeOrganization(id, version, { contactMedium: contacts })}
      AddForm={AddContact}
    />
  );
}
