<?xml version="1.0" encoding="UTF-8"?>
<!--
  What the header says of a document in a few words: title, type, place. It needs names.xsl.
-->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:verbale:xslt"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- The title of a document with its number: <title n="12">Memorandum of Conversation</title> →
       '12. Memorandum of Conversation' -->
  <xsl:function name="v:title" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="title" as="element(title)?" select="($tei/teiHeader/fileDesc/titleStmt/title)[1]"/>
    <xsl:sequence select="string-join(($title/@n, normalize-space($title)), '. ')"/>
  </xsl:function>

  <!-- The type of a document in words: catRef to a category with catDesc → 'Memorandum of conversation' -->
  <xsl:function name="v:type" as="xs:string">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="ids" as="xs:string*" select="$header//catRef/v:fragment(@target)"/>
    <xsl:sequence select="string(($header//category[@xml:id = $ids]/catDesc ! normalize-space())[1])"/>
  </xsl:function>

  <!-- Where the meeting took place or the document was written: 'Washington, the White House' -->
  <xsl:function name="v:place" as="xs:string">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="setting" as="element()*" select="$header//settingDesc/setting/(placeName | locale)"/>
    <xsl:variable name="places" as="element()*" select="if (exists($setting)) then $setting else $header//creation/placeName"/>
    <xsl:sequence select="string-join($places ! normalize-space(), ', ')"/>
  </xsl:function>

</xsl:stylesheet>
