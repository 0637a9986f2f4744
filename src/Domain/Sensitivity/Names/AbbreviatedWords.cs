namespace Causum.Domain.Sensitivity.Names;

/// <summary>Short forms of old and generated schemas: <c>cust_nm</c>, <c>acct_nbr</c>, <c>dx_cd</c>. Format: <see cref="WordList"/>.</summary>
internal static class AbbreviatedWords
{
    public const string Table = """
        NAM  first_nm last_nm full_nm middle_nm mid_nm frst_nm lst_nm cust_nm patient_nm pt_name pt_nm pt_first pt_last member_nm emp_nm fst_name lst_name f_name l_name m_name doctor_nm drname holder_nm contact_nm
        NAM? nm mod_by last_mod_by upd_by crt_by created_usr updated_usr
        harmless product_family_name product_family family_size font_family product_nm prod_nm prod_cd prod_id item_nm company_nm dept_nm store_nm file_nm dl_state
        PHN  ph home_ph work_ph cell_ph ph_no ph_num ph_nbr phone_nbr mob mob_no mobile_nbr cell_nbr tel_nbr contact_ph
        ADR  addr_ln addr_ln1 addr_ln2 addr_1 addr_2 str_addr street_addr st_addr mail_addr home_addr
        DOB  naiss date_naiss nac nasc bdate b_date birth_dt dob_dt
        SSN  ssn_nbr ss_nbr ssno
        TAX  cod_fisc tax_nbr taxpayer_nbr
        BAN  acct_nbr account_nbr bank_acct_nbr bank_nbr
        CCN  card_nbr cc_nbr
        ACC  kdnr kd_nr cust_nbr customer_nbr member_nbr
        HPN  ins_policy ins_policy_nbr ins_id ins_no ins_nbr policy_nbr subscriber_nbr hic_nbr
        DGN  dx dx_code dx_cd diag diag_cd diag_code diag_desc meds med_name blood_grp bld_grp bld_type hx medical_hx family_hx icd_cd proc_cd
        SAL  annual_sal sal base_sal sal_amt salary_amt
        SEX  sex_orient sexual_orient
        REL  relig relig_cd
        ETH  eth ethn race_cd ethnicity_cd
        CRM  crim_hist crim_record
        id   nbr cd numb
        filler amt dt ts txt desc pct ln fld
        """;
}
