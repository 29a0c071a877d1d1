import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

type LinkProps<Own> = Own & Omit<ComponentPropsWithRef<'a'>, keyof Own>;

/** A button that leads to a page; its address is checked against the router's. */
export const ButtonLink = createLink((props: LinkProps<ButtonProps>) => <Button component="a" {...props} />);

/** A link to a page; its address is checked against the router's. */
export const AnchorLink = createLink((props: LinkProps<AnchorProps>) => <Anchor {...props} />);
