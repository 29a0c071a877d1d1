import { useParams } from '@tanstack/react-router';
import { NotFound } from '../../kit/feedback/crash.tsx';
import { api } from '../../api/client.ts';
import type { Language } from '../../i18n/languages.ts';
import { blank } from '../../kit/form/bilingual.ts';
import { categoryModel, categoryDraftOf } from './category-model.ts';
import { CategoryFields } from './category-fields.tsx';
import { EntityEditor } from './entity-editor.tsx';
import { catalogPath, kinds } from './kinds.ts';
import { offeringModel, offeringDraftOf } from './offering-model.ts';
import { OfferingFields } from './offering-fields.tsx';
import { priceModel, priceDraftOf } from './price-model.ts';
import { PriceFields } from './price-fields.tsx';
import { newSpecification, specificationModel, specificationDraftOf } from './specification-model.ts';
import { SpecificationFields } from './specification-fields.tsx';

const texts = { name: blank, description: blank };
const at = (id: string, language: Language) => ({
  params: { path: { id } },
  headers: { 'accept-language': language },
});

/** One resource of the catalogue, or a new one. */
export default function EntityPage() {
  const params = useParams({ from: '/cabinet/manage/catalog/$kind/$id' });
  const kind = kinds.find((known) => known === params.kind);
  const id = params.id === 'new' ? undefined : params.id;
  switch (kind) {
    case undefined:
      return <NotFound />;
    case 'category':
      return (
        <EntityEditor
          kind={kind}
          id={id}
          model={categoryModel}
          empty={{ ...texts, parentId: null }}
          read={async (wanted, language) => api.GET(`${catalogPath}/category/{id}`, at(wanted, language))}
          draftOf={categoryDraftOf}
          Fields={CategoryFields}
        />
      );
    case 'productOfferingPrice':
      return (
        <EntityEditor
          kind={kind}
          id={id}
          model={priceModel}
          empty={{
            ...texts,
            priceType: 'recurring',
            amount: '',
            unitAmount: '',
            unit: '',
            multipliedBy: '',
            conditions: [],
          }}
          read={async (wanted, language) =>
            api.GET(`${catalogPath}/productOfferingPrice/{id}`, at(wanted, language))
          }
          draftOf={priceDraftOf}
          Fields={PriceFields}
        />
      );
    case 'productOffering':
      return (
        <EntityEditor
          kind={kind}
          id={id}
          model={offeringModel}
          empty={{
            ...texts,
            specificationId: '',
            categoryIds: [],
            priceIds: [],
            deliveryWorkingDays: '',
            placeRequired: true,
            isSellable: true,
          }}
          read={async (wanted, language) =>
            api.GET(`${catalogPath}/productOffering/{id}`, at(wanted, language))
          }
          draftOf={offeringDraftOf}
          Fields={OfferingFields}
        />
      );
    case 'productSpecification':
      return (
        <EntityEditor
          kind={kind}
          id={id}
          model={specificationModel}
          empty={newSpecification}
          read={async (wanted, language) =>
            api.GET(`${catalogPath}/productSpecification/{id}`, at(wanted, language))
          }
          draftOf={specificationDraftOf}
          Fields={SpecificationFields}
        />
      );
  }
}
