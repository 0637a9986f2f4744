namespace Causum.Domain.Sensitivity.Names;

/// <summary>English column-name words, and the abbreviations that databases of every country use. Format: <see cref="WordList"/>.</summary>
internal static class EnglishWords
{
    public const string Table = """
        NAM  first_name last_name full_name given_name family_name surname forename middle_name maiden_name nickname nick_name fname lname mname
        NAM  firstname lastname fullname middlename givenname familyname middle_initial initials preferred_name legal_name birth_name former_name alias_name
        NAM  name_first name_last name_full person_name name_of_person contact_name contact_person holder_name account_holder card_holder cardholder
        NAM  policy_holder policyholder license_holder owner_name next_of_kin spouse guardian beneficiary_name beneficiary emergency_contact mother_name
        NAM  father_name mothers_name fathers_name mother_maiden parent_name child_name sibling_name cardholder_name recipient_name sender_name
        NAM  recipient addressee payee_name payer_name author_name signatory signer_name signed_by driver_name passenger_name guest_name tenant_name
        NAM  landlord_name attorney_name lawyer_name physician doctor_name physician_name provider_name nurse_name therapist surgeon attending teacher_name
        NAM  student_name pupil_name employee_name staff_name manager_name supervisor_name agent_name customer_name client_name patient_name user_full_name
        NAM  member_name donor_name applicant_name candidate_name witness_name victim_name suspect_name defendant plaintiff insured_name subscriber_name
        NAM  display_name real_name name_on_card card_name cust_name emp_name pat_name attention_to attn contact_first contact_last name_suffix name_prefix
        NAM  addressee_name ship_name bill_name consignee borrower borrower_name debtor creditor_name cosigner trustee heir caregiver care_giver carer
        NAM  passenger referring_physician sales_rep salesperson sales_person instructor_name coach_name player_name traveler_name traveller_name resident_name
        NAM? name title contact holder owner assignee assigned_to author reporter manager supervisor salutation_name alias driver doctor patient sender
        NAM? buyer seller vendor_contact customer client guest tenant borrower_id attendee participant requester requestor approver reviewer interviewer
        NAM? created_by updated_by modified_by entered_by performed_by approved_by authorized_by handled_by operator cashier teacher student nurse
        NAM? prepared_by reported_by reviewed_by last_modified_by submitted_by changed_by deleted_by uploaded_by opened_by closed_by resolved_by lead parent child
        EML  email e_mail mail email_address mail_address emailaddress mailaddress e_mail_address eml recovery_email work_email contact_email emails
        PHN  phone phone_number telephone tel telephone_number mobile mobile_number mobile_phone cell_phone cellphone cell_number msisdn phone_no tel_no
        PHN  mobile_no home_phone work_phone contact_number contact_no whatsapp phonenumber mobilephone landline phone_home phone_work day_phone evening_phone
        PHN  emergency_phone callback_number caller_number caller_id calling_number called_number sms_number telno telnum phones handphone a_number b_number
        PHN  whatsapp_number signal_number telegram_phone dial_number mobile_nr phone_nr callee caller_phone
        PHN? cell contact_info caller
        FAX  fax fax_number fax_no telefax faxnumber
        ADR  street street_name street_address house_number house_no address_line address_line_1 address_line_2 addr addr_line addr1 addr2 address1 address2 address3
        ADR  home_address mailing_address postal_address billing_address shipping_address delivery_address residence residential_address full_address
        ADR  apartment apt apt_no unit_number flat_no building_number po_box pobox bill_address ship_address streetname streetaddress
        ADR  ship_to_address bill_to_address permanent_address current_address work_address street_line street_1 street_2 shipping_street billing_street door_number
        ADR  service_address property_address correspondence_address pickup_address dropoff_address pick_up_address drop_off_address block_number last_known_address
        ADR? address shipto billto ship_to bill_to apartment_number landmark floor suite pickup dropoff building
        CTY  city town birthplace place_of_birth birth_city birth_place hometown home_town city_name township village suburb municipality county parish
        CTY  city_of_birth neighborhood neighbourhood locality ward barangay prefecture_city residence_city billing_city shipping_city ship_city
        CTY? place location district precinct
        ZIP  zip postal postcode post_code zip_code zipcode postal_code postalcode zip4 zip_plus4 eircode pin_code pincode plus4 zip5 postal_zip
        GEO  geohash gps gps_coordinates coordinates coords geolocation geo_location geo_point latlng lat_lng lat_long latlon latitude longitude gps_lat gps_lon gps_lng
        GEO  home_lat home_lng home_lon last_location last_position location_lat location_lng location_lon plus_code what3words home_location pickup_location dropoff_location
        GEO  gps_track waypoint geo_lat geo_lon geo_lng long_lat
        GEO? lat lon lng long geo position geom geometry point northing easting
        DOB  dob birth birthday birth_date birthdate date_of_birth born bday born_on birth_day birth_year year_of_birth yob birth_month d_o_b date_birth born_date
        DTE  admission_date discharge_date admit_date admitted_at admitted_on discharged_at discharged_on death_date date_of_death deceased_date dod deceased_at deceased_on service_date date_of_service
        DTE  dos date_died died_on died_at admission_time discharge_time visit_date appointment_date appointment_time appointment_at encounter_date surgery_date procedure_date
        DTE  hospitalization_date diagnosis_date diagnosed_on diagnosed_at onset_date vaccination_date immunization_date injection_date last_visit exam_date test_date collection_date
        DTE  wedding_date marriage_date divorce_date anniversary_date treatment_date prescription_date prescribed_on specimen_date lmp_date due_date_pregnancy incident_date
        DTE  vaccinated_on vaccinated_at hire_date termination_date date_of_hire date_hired admission discharge admit admitted discharged date_of_admission date_of_discharge
        DTE? visit_time check_in check_out checkin checkout onset collected_at administered_at administered_on
        AGE  age age_years age_in_years patient_age age_group_years current_age
        SSN  ssn ssn4 ssn_last4 ssn_last_4 last4_ssn social_security social_security_number social_security_no soc_sec social_sec_no itin nino national_insurance national_insurance_number national_insurance_no ni_number ni_no socialsecurity
        SSN  social_insurance_number social_insurance sin_number ss_number ssn_hash ssn_encrypted
        NID  national_id national_id_number national_identifier national_number nid identity_number identity_card id_card id_card_number id_card_no identity_no identity_document
        NID  citizen_id citizen_no citizen_number citizenship_number personal_id personal_number personal_code person_number person_nr government_id govt_id gov_id civil_id civil_number
        NID  resident_number residence_permit residence_permit_number visa_number visa_no alien_number a_number_uscis id_number id_no_national nric fin_number mykad cnic nin bvn emirates_id
        NID  aadhaar aadhar aadhaar_number aadhar_no uidai voter_id epic_no qid iqama hkid rsa_id sa_id id_document document_number id_doc_number national_card green_card
        TAX  tin tax_id tax_number taxpayer_id taxpayer_number tax_no tax_identification tax_identification_number tfn utr ein_personal sars_number taxid pan_number pan_no pan_card tax_file_number
        TAX  tax_code tax_reference tax_ref vat_id_person fiscal_code fiscal_number
        PAS  passport passport_number passport_no passport_num passportnumber mrz travel_document travel_document_number passport_id passport_nr
        DRV  driver_license drivers_license driver_licence driving_licence driving_license driver_license_number license_number_driver dl_number dl_no dlnumber drivers_licence driver_lic driver_permit driving_permit
        LIC  npi npi_number dea dea_number license_no licence_no license_number licence_number medical_license professional_license bar_number license_num medical_licence gmc_number nmc_number nmc_pin certificate_number
        LIC  provider_npi prescriber_npi state_license pilot_license teacher_license registration_number_professional
        MRN  mrn chart_no chart_number chart_id patient_id patient_no patient_number medical_record medical_record_number medical_record_no hospital_number hospital_no patient_identifier case_number_medical
        MRN  encounter_id visit_number accession_number episode_id pat_id patid patient_ref record_locator_medical hosp_no emr_id ehr_id patientid medrec
        HPN  member_id mbi nhs nhs_number nhs_no insurance_no insurance_number insurance_id health_insurance health_insurance_number health_plan health_plan_id policy_number policy_no group_number_insurance
        HPN  medicare medicare_number medicaid medicaid_id medicaid_number ihi hicn beneficiary_id subscriber_number insurance_policy insurance_policy_number health_card health_card_number hcn ohip plan_member_id health_id insured_id subscriber_id
        HPN  insurance_member_id insurance_card member_number_insurance nhif nhis philhealth
        DGN  icd icd9 icd10 icd_10 icd_code icd10_code diagnosis diagnosis_code diagnoses allergy allergies medication medications drug drug_name disability blood_type blood_group bloodgroup disease
        DGN  symptom symptoms medical_condition medical_history treatment prescription prescriptions dosage lab_result lab_results test_result hiv hiv_status hba1c glucose cholesterol blood_pressure systolic diastolic bmi
        DGN  pregnancy pregnant chief_complaint complaint_medical clinical_notes clinical_note snomed loinc cpt cpt_code procedure_code vaccine vaccination immunization comorbidity prognosis mental_health disability_status
        DGN  smoker smoking_status heart_rate pulse_rate therapy rx rx_number ndc ndc_code past_illness health_status health_condition health_issue sick_leave sick_days sickness sickness_reason illness covid covid_status dietary_restrictions
        DGN  discharge_summary soap_note nurse_notes progress_note allergen medical_notes treatment_plan primary_diagnosis secondary_diagnosis creatinine hemoglobin haemoglobin spo2 blood_sugar body_mass_index pathology radiology_report
        DGN  cause_of_death triage surgery substance_use alcohol_use smoking drinking disabilities handicap dietary disability_type special_needs accommodation_needs body_temperature fertility menstrual gravida parity ecog
        DGN? condition reaction severity dose result_value findings impression weight height temperature weight_kg height_cm body_weight diet procedure
        BIO  fingerprint finger_print face_id faceid face_template face_embedding face_encoding dna genotype genome voiceprint voice_print retina iris iris_scan biometric biometrics biometric_id biometric_template biometric_hash palm_print facial_recognition
        BIO  genetic genetic_marker rsid snp brca haplotype
        IMG  photo photos selfie portrait face_image profile_picture profile_pic profile_photo profile_image avatar headshot mugshot picture_url photo_url avatar_url passport_photo id_photo selfie_url face_photo
        IBN  iban iban_number iban_no iban_code international_bank_account
        BAN  routing routing_number routing_no sort_code sortcode account_no account_number bank_account bank_account_number bank_account_no acct_no acct_number acctno aba aba_number bsb bsb_number acct_num account_num
        BAN  bank_acct transit_number bank_details accountnumber beneficiary_account payee_account payer_account debit_account credit_account from_account to_account iban_or_account clabe direct_debit_account sender_account receiver_account account_nr
        BAN  mandate_reference sepa_mandate ifsc ifsc_code bic swift bic_code swift_code bic_swift swift_bic upi upi_id
        CCN  card_number card_no cc_number ccnumber credit_card credit_card_number creditcard ccn card_num debit_card cc_num cardnumber pan primary_account_number card_pan payment_card card_last4 card_last_4 last4 last_4 cc_no credit_card_no cc_last4 card_last_four last_four
        CCN? card cc
        CVV  cvv cvc cvv2 cvc2 card_security_code security_code_card card_pin exp_date_card card_expiry card_exp cc_exp card_expiration expiry_card pin_code_card cvn cid_card exp_month exp_year expiry_month expiry_year cc_expiry card_verification csc
        ACC  loyalty loyalty_number loyalty_id loyalty_card frequent_flyer frequent_flyer_number ffn membership_number membership_no rewards_number paypal paypal_id paypal_account venmo pix_key pix customer_number customer_no customer_account loyalty_card_number loyalty_no
        ACC  utility_account meter_number skywards rewards_id member_no member_number library_card pnr booking_reference pnr_code record_locator cust_no alipay wechat_pay cash_app zelle client_number policy_id account_reference
        ACC? account acct membership
        CRY  wallet wallet_address btc btc_address eth_address bitcoin_address crypto_address bitcoin ethereum ethereum_address crypto_wallet wallet_id xmr_address seed_phrase usdt_address withdrawal_address
        SAL  salary wage wages income annual_income gross_pay net_pay pay_rate hourly_rate bonus compensation base_salary annual_salary monthly_income monthly_salary net_worth payroll commission_pay remuneration gross_salary net_salary household_income
        SAL  credit_score fico fico_score credit_limit account_balance outstanding_balance loan_amount debt severance earnings pension_amount pay_grade stipend base_pay overtime_pay take_home_pay take_home current_balance available_balance yearly_income disposable_income
        SAL? balance pay rent premium alimony tips
        VIN  vin vin_number vehicle_identification vehicle_identification_number chassis_number chassis_no vehicle_vin chassis
        PLT  plate license_plate licence_plate number_plate plate_number plate_no vehicle_plate registration_plate vehicle_reg vehicle_registration reg_plate car_plate car_registration tag_number license_tag vehicle_reg_no vehicle_number vehicle_no vrm reg_no registration_number_vehicle
        DEV  imei imei_number imsi meid iccid serial_number serial_no device_id device_serial idfa gaid aaid advertising_id ad_id udid android_id device_identifier deviceid device_uuid esn idfv hardware_id device_fingerprint browser_fingerprint sim_number sim_serial pacemaker_serial
        DEV  implant_serial device_token push_token fcm_token apns_token client_device handset_id sim eid
        DEV? serial
        MAC  mac mac_address mac_addr macaddress bssid wifi_mac ethernet_mac bluetooth_mac hwaddr hw_address hardware_address bluetooth_address
        IPA  ip ip_address ip_addr ipaddress client_ip remote_ip source_ip src_ip dest_ip dst_ip ipv4 ipv6 ip4 ip6 remote_addr remote_address last_ip login_ip signup_ip last_login_ip x_forwarded_for forwarded_for user_ip registration_ip host_ip peer_ip ips
        URL  profile_url homepage referrer referer personal_url website_personal linkedin linkedin_url facebook facebook_url instagram twitter twitter_handle github_url social_profile tiktok snapchat personal_website linkedin_profile callback_url reset_url referrer_url profile_link
        URL? website web_site url link web homepage_url site_url
        USR  login login_name user_name username userid_login handle screen_name screenname user_login nick login_id account_name_user subscriber gamertag skype skype_id telegram discord slack_id slack_handle wechat wechat_id line_id logon user_handle user_principal_name upn samaccountname sam_account_name
        USR  instagram_handle facebook_id twitter_id github_username github_login ssh_user actor_login logon_name net_id netid loginname uname login_user principal telegram_id telegram_handle discord_id online_id openid
        USR? user actor principal_name
        PWD  password pwd passwd pass_word passphrase password_hash pwd_hash password_salt passwd_hash security_answer secret_answer hashed_password encrypted_password pass_hash user_password password_digest pin_hash security_question salt old_password temp_password wifi_password pass pin passcode pin_number encrypted_pin
        SEC  secret api_key apikey token access_token refresh_token private_key secret_key credential credentials connection_string client_secret auth_token bearer_token oauth_token webhook_secret ssh_key encryption_key signing_key otp otp_code totp_secret mfa_secret two_factor_secret recovery_code backup_code verification_token
        SEC  reset_token secret_token access_key aws_secret license_key activation_code invite_token magic_link totp secret_value api_secret api_token client_key db_password_url dsn id_token private_key_pem public_key_fingerprint backup_codes recovery_codes reset_code confirmation_token verification_code secret_hash activation_key key_hash token_hash authorization auth_key ssh_public_key mfa_seed shared_secret jwt
        SES  session session_id session_token cookie cookie_id session_key csrf csrf_token sid sessionid tracking_id visitor_id visitor_cookie browser_id client_id_ga ga_client_id cookies tracking_cookie user_agent_hash
        REL  religion faith religious_belief religious_affiliation denomination belief religious church_membership creed religious_preference
        ETH  ethnic ethnicity race caste ethnic_group ethnic_origin racial_origin tribe skin_color race_ethnicity ethnic_background ancestry indigenous_status racial
        POL  politics political_party political_affiliation political_opinion political_view party_affiliation party_membership voting_preference vote_intention voted_for political party_registration political_leaning
        POL? party
        UNI  union union_member union_membership trade_union union_name labor_union labour_union union_dues union_local
        SEX  sexual_orientation orientation sexuality sexual_preference sex_life sexual_history gender_identity partner_gender sexual_activity sexual_partners
        CRM  conviction convictions criminal_record criminal_history offense offence arrest arrest_date crime sentence felony charges police_record probation parole misdemeanor criminal criminal_offence verdict_criminal dbs_check background_check booking_number docket_number incarceration
        OID  inmate inmate_id inmate_number student_id student_no student_number badge badge_id badge_number badge_no employee_number employee_no staff_number staff_no payroll_number service_number military_id voter_number case_number enrollment_no enrollment_number matric_no roll_no roll_number
        OID  orcid alumni_id emp_no personnel_number personnel_no empno staff_id roll_num registration_no_student prisoner_number docket certificate_no admission_number admission_no ucas_number student_nr employee_code cedula_no faculty_id employee_id
        TXT? note notes comment comments remark remarks feedback message_text body transcript memo free_text freetext narrative observations biography bio about_me message complaint conversation chat_text chat_message testimony statement review_text cover_letter resume cv email_body sms_text
        TXT? email_subject subject_line utterance prompt_text user_message call_notes case_notes additional_info instructions special_requests special_instructions delivery_instructions
        GND  gender sex gender_code sex_code pronouns gender_name
        NAT  nationality citizenship country_of_birth birth_country country_of_citizenship
        MAR  marital_status marital civil_status marriage_status relationship_status maritalstatus
        OCC  occupation job_title profession jobtitle position_title employment_status employer_industry job_role job position_name
        person customer client patient user employee member person people contact owner student teacher doctor nurse guest tenant passenger applicant candidate donor volunteer subscriber citizen resident driver
        person guardian parent child spouse recipient sender borrower beneficiary holder buyer seller player attendee participant visitor lead staff worker personnel human_resources profile account_holder insured policy_holder
        person adherent voter inmate prisoner defendant witness victim suspect physician therapist lawyer attorney agent manager supervisor author reviewer caregiver mother father sibling partner wife husband son daughter brother sister friend kin
        person customers clients patients users employees members persons contacts owners students teachers doctors nurses guests tenants passengers applicants candidates donors volunteers subscribers citizens residents drivers cust emp pat usr
        person leads workers profiles voters inmates prisoners authors reviewers players attendees participants visitors alumni hr crm physicians instructors professors freelancers contractors contractor consultants traveler travelers pilots
        thing product item article sku category brand company organization organisation org vendor supplier department dept team group project task event file folder document table column database schema host server domain country region state province continent language currency
        thing store shop branch office warehouse school university college hospital clinic facility plant machine sensor part component plan tier subscription package service campaign channel source app application module feature function class tag label topic course subject lesson exam
        thing book movie film song album artist genre game recipe ingredient hotel restaurant airport airline flight route station stop stadium club league season match vehicle car make manufacturer fund stock index market exchange ticker symbol industry sector
        thing role permission job queue process step stage status priority type kind code model version build release repository commit repo branch_name environment cluster node pod container image volume network protocol interface port metric measure unit dimension color colour size material
        thing test site page menu widget template layout theme font icon device browser os platform city_group carrier provider insurer payer bank merchant dealer farm crop species breed animal pet color_name payment method currency_code tax discount coupon promotion shipment shipping_method
        thing products items articles skus categories brands companies organizations organisations vendors suppliers departments teams groups projects tasks events files documents orders order invoice invoices stores shops branches offices warehouses schools courses books movies films songs
        thing campaigns channels apps vehicles cars stations hotels airports flights routes sensors machines parts plans services tickets tests sites pages roles permissions jobs countries regions states provinces languages currencies units ledger inventory catalog catalogue region_name building_type program programme
        thing contract policy claim quote lot bin shelf aisle zone depot terminal gate platform_name line track playlist podcast episode series tournament room property listing asset equipment tool fixture faculty discipline degree major court agency ministry association foundation
        harmless product_name product_title company_name file_name filename table_name column_name host_name hostname domain_name event_name category_name country country_name country_code nation state state_code province region continent currency currency_code language language_code locale timezone time_zone
        harmless quantity qty amount total subtotal price unit_price cost discount tax tax_rate tax_amount shipping_cost order_date order_status order_total created_at updated_at created_on updated_on modified_at deleted_at inserted_at created updated modified timestamp created_date updated_date modified_date
        harmless department department_name dept_name company organization organisation organization_name org_name team_name group_name project_name task_name role_name job_name school_name brand_name brand store_name shop_name branch_name app_name service_name class_name function_name display_order
        harmless sort_order sku category subcategory unit uom rating stars score priority severity_level stage is_active active enabled ip_version mac_os user_agent browser os device_type device_model phone_model mobile_app email_template mail_server email_provider email_domain street_type card_type card_brand account_type
        harmless payment_method payment_type payment_status currency_name exchange_rate event_type event_date start_date end_date due_date ship_date shipped_date delivery_date expiry_date expiration_date valid_from valid_to effective_date invoice_date invoice_number order_number order_no order_id tracking_status shipped_at delivered_at
        harmless paid_at login_count last_login last_login_at last_seen last_seen_at password_changed_at password_updated_at token_count token_type tokens_used tokens max_tokens token_limit token_expires_at token_expiry session_count session_start session_end session_duration visit_count page_views url_path slug path file_path file_size
        harmless mime_type content_type http_method http_status status_code response_time duration latency message_type message_count note_type comment_count drug_class test_name lab_name unit_of_measure reference_range model model_name version color colour size weight_unit length width depth dimensions volume
        harmless city_population population area density birth_rate birth_count mortality_rate death_count death_rate race_date race_result race_time union_type sex_ratio age_group age_range age_band age_bracket min_age max_age average_age avg_age account_status account_created account_created_at plan_name plan_type plan tier subscription_type
        harmless insurance_type insurance_provider insurance_company insurer vehicle_type vehicle_model vehicle_make plate_type fuel_type make manufacturer supplier supplier_name vendor vendor_name warehouse warehouse_name course_name course_title book_title movie_title song_title album_title job_description product_description
        harmless item_name item_description article_name species breed scientific_name common_name genre industry sector ticker symbol isbn issn ean upc gtin barcode asin hs_code checksum md5 sha1 sha256 etag revision commit_hash commit_sha build_number environment region_code zone cluster node pod namespace
        harmless card_present user_count customer_count email_count email_sent email_opened email_clicked email_status email_verified phone_verified is_verified opt_in opted_in newsletter marketing_consent consent gdpr_consent terms_accepted referral_source traffic_source utm_source utm_medium utm_campaign campaign_name channel
        harmless name_plural variable_name field_name parameter_name index_name event_title page_title menu_title topic tag tags label labels keyword keywords title_type title_id pass_rate pass_fail passed passing_score pass_mark pass_count cell_count cell_type contact_type contact_method preferred_contact contact_count
        harmless address_type address_count location_id location_name location_type location_code location_count place_type point_value points loyalty_points loyalty_tier membership_type membership_level membership_tier membership_status account_manager_id user_type user_role user_status user_group plan_id party_size party_type charge_type
        harmless description desc item_desc product_desc details_text long_description short_description long_name short_name long_term position_id position_type treatment_type procedure_type visit_type appointment_type appointment_status admission_type discharge_type test_type result_type sample_type photo_count image_count image_width image_height image_type secret_santa
        harmless bonus_points bonus_type salary_type salary_range salary_band pay_period pay_type pay_date pay_frequency income_type rent_type premium_type wallet_type session_type event_location warehouse_location store_location bin_location shelf_location job_location office_location
        harmless dose_unit weight_class height_unit temperature_unit room_temperature ambient_temperature max_temperature min_temperature operating_temperature air_temperature water_temperature package_weight shipping_weight gross_weight net_weight item_weight product_weight unit_weight unit_cost body_type
        harmless error_code error_message log_level log_message release_notes commit_message meta_description meta_title product_image thumbnail logo logo_url image_url icon website_name lead_time lead_source lead_status parent_category parent_company child_count children_count dependents number_of_children household_size
        harmless license_type licence_type licence_class license_class license_status passport_type visa_type id_type document_type document_title doc_type identity_type tax_class tax_type tax_year tax_category tax_exempt birth_order birth_weight_unit gps_enabled gps_accuracy accuracy altitude elevation speed heading bearing
        weak count cnt len length type model version status flag required policy rating ratio layout verified valid enabled format pattern num_of number_of total avg average sum min max is has optin sent opened clicked bounced changed updated expires expired attempts attempt preference preferred display
        weak score rank level category class group range band allowed visible public confirmed subscribed tries limit percentage percent pct rate frequency timezone locale domain provider
        id id ids no nr num number key ref code uuid guid pk fk sk oid identifier idx index seq sequence hash rowid ulid
        filler home work office personal primary secondary main default billing shipping mailing current previous old new last first alt alternate other data info value field text string col emergency the of for my your his her and in on at to by full short private business corporate official legal registered
        filler details detail record history log list master base temp tmp raw clean src dest origin local global internal external extra additional line area next prior original final actual reg registration
        """;
}
