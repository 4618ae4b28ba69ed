-- the cases of GDPR 17 (1), which whoever erases a customer by hand tells apart
alter table erasure drop constraint erasure_why_check;
alter table erasure add constraint erasure_why_check
    check (why in ('asked', 'consent-withdrawn', 'not-needed', 'unlawful', 'inactive'));
