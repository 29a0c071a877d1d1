import { IconBooks } from '../kit/icons/books.ts';
import { IconBuildingSkyscraper } from '../kit/icons/building-skyscraper.ts';
import { IconEdit } from '../kit/icons/edit.ts';
import { IconEye } from '../kit/icons/eye.ts';
import { IconFileCheck } from '../kit/icons/file-check.ts';
import { IconHistory } from '../kit/icons/history.ts';
import { IconHome } from '../kit/icons/home.ts';
import type { IconProps } from '../kit/icons/create-icon.ts';
import { IconListDetails } from '../kit/icons/list-details.ts';
import { IconServer2 } from '../kit/icons/server-2.ts';
import { IconSpeakerphone } from '../kit/icons/speakerphone.ts';
import { IconUsers } from '../kit/icons/users.ts';
import type { ComponentType } from 'react';
import type { Me } from '../entities/me/me.ts';

/** One entry of the side menu. */
interface Section {
  readonly to:
    | '/'
    | '/orders'
    | '/applications'
    | '/services'
    | '/catalog'
    | '/portfolio'
    | '/people'
    | '/activity'
    | '/operators'
    | '/manage/catalog'
    | '/scan-access'
    | '/notices';
  readonly label:
    | 'home'
    | 'orders'
    | 'queue'
    | 'applications'
    | 'services'
    | 'catalog'
    | 'portfolio'
    | 'people'
    | 'activity'
    | 'operators'
    | 'manageCatalog'
    | 'scanAccess'
    | 'notices';
  readonly icon: ComponentType<IconProps>;
}

type Role = Me['roles'][number];

const sections: readonly (Section & { readonly roles?: readonly Role[] })[] = [
  { to: '/', label: 'home', icon: IconHome },
  { to: '/orders', label: 'orders', icon: IconListDetails, roles: ['administrator', 'technical'] },
  { to: '/orders', label: 'queue', icon: IconListDetails, roles: ['manager'] },
  { to: '/applications', label: 'applications', icon: IconFileCheck, roles: ['manager'] },
  { to: '/portfolio', label: 'portfolio', icon: IconBuildingSkyscraper, roles: ['manager'] },
  {
    to: '/services',
    label: 'services',
    icon: IconServer2,
    roles: ['administrator', 'technical', 'manager', 'support'],
  },
  { to: '/catalog', label: 'catalog', icon: IconBooks },
  { to: '/people', label: 'people', icon: IconUsers, roles: ['administrator'] },
  { to: '/activity', label: 'activity', icon: IconHistory, roles: ['administrator'] },
  { to: '/manage/catalog', label: 'manageCatalog', icon: IconEdit, roles: ['carrier-administrator'] },
  { to: '/operators', label: 'operators', icon: IconBuildingSkyscraper, roles: ['carrier-administrator'] },
  { to: '/notices', label: 'notices', icon: IconSpeakerphone, roles: ['carrier-administrator'] },
  { to: '/scan-access', label: 'scanAccess', icon: IconEye, roles: ['carrier-administrator'] },
];

/** Sections for a user with these roles. */
export function sectionsOf({ roles }: Me): readonly Section[] {
  return sections.filter((section) => section.roles?.some((role) => roles.includes(role)) ?? true);
}
