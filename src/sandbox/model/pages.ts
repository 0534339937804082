/** The requests of these operations. Source: as in values.ts. */

import * as s from './part-structures.js';
import { anything, boolean, integer, list, structure } from './shape.js';
import * as v from './values.js';

export const pages = {
  CreateUserPoolDomain: structure(
    {
      Domain: v.domain,
      UserPoolId: v.userPoolId,
      ManagedLoginVersion: integer(),
      CustomDomainConfig: s.customDomainConfig,
      Routing: s.routing,
    },
    ['Domain', 'UserPoolId'],
  ),
  DescribeUserPoolDomain: structure({ Domain: v.domain }, ['Domain']),
  UpdateUserPoolDomain: structure(
    {
      Domain: v.domain,
      UserPoolId: v.userPoolId,
      ManagedLoginVersion: integer(),
      CustomDomainConfig: s.customDomainConfig,
      Routing: s.routing,
    },
    ['Domain', 'UserPoolId'],
  ),
  DeleteUserPoolDomain: structure({ Domain: v.domain, UserPoolId: v.userPoolId }, ['Domain', 'UserPoolId']),
  GetUICustomization: structure({ UserPoolId: v.userPoolId, ClientId: v.clientId }, ['UserPoolId']),
  SetUICustomization: structure(
    { UserPoolId: v.userPoolId, ClientId: v.clientId, CSS: v.css, ImageFile: v.imageFile },
    ['UserPoolId'],
  ),
  CreateManagedLoginBranding: structure(
    {
      UserPoolId: v.userPoolId,
      ClientId: v.clientId,
      UseCognitoProvidedValues: boolean,
      Settings: anything,
      Assets: list(s.asset, { min: 0, max: 40 }),
    },
    ['UserPoolId', 'ClientId'],
  ),
  DescribeManagedLoginBranding: structure(
    { UserPoolId: v.userPoolId, ManagedLoginBrandingId: v.managedLoginBrandingId, ReturnMergedResources: boolean },
    ['UserPoolId', 'ManagedLoginBrandingId'],
  ),
  DescribeManagedLoginBrandingByClient: structure(
    { UserPoolId: v.userPoolId, ClientId: v.clientId, ReturnMergedResources: boolean },
    ['UserPoolId', 'ClientId'],
  ),
  UpdateManagedLoginBranding: structure({
    UserPoolId: v.userPoolId,
    ManagedLoginBrandingId: v.managedLoginBrandingId,
    UseCognitoProvidedValues: boolean,
    Settings: anything,
    Assets: list(s.asset, { min: 0, max: 40 }),
  }),
  DeleteManagedLoginBranding: structure(
    { ManagedLoginBrandingId: v.managedLoginBrandingId, UserPoolId: v.userPoolId },
    ['ManagedLoginBrandingId', 'UserPoolId'],
  ),
  CreateTerms: structure(
    {
      UserPoolId: v.userPoolId,
      ClientId: v.clientId,
      TermsName: v.termsName,
      TermsSource: v.termsSource,
      Enforcement: v.termsEnforcement,
      Links: v.links,
    },
    ['UserPoolId', 'ClientId', 'TermsName', 'TermsSource', 'Enforcement'],
  ),
  DescribeTerms: structure({ TermsId: v.termsId, UserPoolId: v.userPoolId }, ['TermsId', 'UserPoolId']),
  DescribeTermsByClient: structure({ ClientId: v.clientId, UserPoolId: v.userPoolId, TermsName: v.termsName }, [
    'ClientId',
    'UserPoolId',
    'TermsName',
  ]),
  UpdateTerms: structure(
    {
      TermsId: v.termsId,
      UserPoolId: v.userPoolId,
      TermsName: v.termsName,
      TermsSource: v.termsSource,
      Enforcement: v.termsEnforcement,
      Links: v.links,
    },
    ['TermsId', 'UserPoolId'],
  ),
  DeleteTerms: structure({ TermsId: v.termsId, UserPoolId: v.userPoolId }, ['TermsId', 'UserPoolId']),
  ListTerms: structure(
    { UserPoolId: v.userPoolId, MaxResults: v.listTermsRequestMaxResultsInteger, NextToken: v.string },
    ['UserPoolId'],
  ),
} as const;
